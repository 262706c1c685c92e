/** The message log in offline-store-service: batches for each shard, and reads. */
@NullMarked
package app.parley.chat.message.offlinestore;

import org.jspecify.annotations.NullMarked;
