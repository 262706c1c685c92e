/**
 * Who owns a shard: one instance at a time, for a while, under an epoch that only grows. How the instances share the
 * shards out among themselves.
 */
@NullMarked
package app.parley.offlinestore.lease;

import org.jspecify.annotations.NullMarked;
