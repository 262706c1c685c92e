/** What the shards store beside their journal, in Cassandra. */
@NullMarked
package app.parley.offlinestore.shard.cassandra;

import org.jspecify.annotations.NullMarked;
