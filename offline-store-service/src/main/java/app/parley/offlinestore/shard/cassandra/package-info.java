/** The stores of the shards in Cassandra; {@code schema/} among the resources says what each table is for. */
@NullMarked
package app.parley.offlinestore.shard.cassandra;

import org.jspecify.annotations.NullMarked;
