/** The internal HTTP API of the conversation logs. */
@NullMarked
package app.parley.offlinestore.shard.web;

import org.jspecify.annotations.NullMarked;
