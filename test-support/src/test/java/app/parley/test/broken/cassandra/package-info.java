/** Knows frames. */
@NullMarked
package app.parley.test.broken.cassandra;

import org.jspecify.annotations.NullMarked;
