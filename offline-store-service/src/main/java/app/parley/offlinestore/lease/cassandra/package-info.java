/** The leases in Cassandra. */
@NullMarked
package app.parley.offlinestore.lease.cassandra;

import org.jspecify.annotations.NullMarked;
