/** Orders in Cassandra. */
@NullMarked
package app.parley.test.sound.order.cassandra;

import org.jspecify.annotations.NullMarked;
