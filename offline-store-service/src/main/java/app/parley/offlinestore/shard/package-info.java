/** The shards: a state machine each, with a journal, one thread and, for as long as its lease holds, this owner. */
@NullMarked
package app.parley.offlinestore.shard;

import org.jspecify.annotations.NullMarked;
