/** A feature with nothing wrong in it. */
@NullMarked
package app.parley.test.broken.payment;

import org.jspecify.annotations.NullMarked;
