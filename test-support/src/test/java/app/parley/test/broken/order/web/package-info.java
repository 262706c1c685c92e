/** Reaches past its feature. */
@NullMarked
package app.parley.test.broken.order.web;

import org.jspecify.annotations.NullMarked;
