/** The connection to Cassandra. */
@NullMarked
package app.parley.test.sound.cassandra;

import org.jspecify.annotations.NullMarked;
