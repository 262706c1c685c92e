/** The other instances of this service, by HTTP. */
@NullMarked
package app.parley.offlinestore.shard.peer;

import org.jspecify.annotations.NullMarked;
