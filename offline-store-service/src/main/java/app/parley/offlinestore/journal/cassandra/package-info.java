/** The journal in Cassandra. */
@NullMarked
package app.parley.offlinestore.journal.cassandra;

import org.jspecify.annotations.NullMarked;
