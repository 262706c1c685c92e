/** The journal of a shard: what happened in its conversations, in the order in which it became durable. */
@NullMarked
package app.parley.offlinestore.journal;

import org.jspecify.annotations.NullMarked;
