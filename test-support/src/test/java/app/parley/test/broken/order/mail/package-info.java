/** Is known by its sibling, and knows frames. */
@NullMarked
package app.parley.test.broken.order.mail;

import org.jspecify.annotations.NullMarked;
