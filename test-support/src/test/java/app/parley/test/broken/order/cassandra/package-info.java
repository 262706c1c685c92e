/** Is known by its feature. */
@NullMarked
package app.parley.test.broken.order.cassandra;

import org.jspecify.annotations.NullMarked;
