/** Knows what it must not. */
@NullMarked
package app.parley.test.broken.order;

import org.jspecify.annotations.NullMarked;
