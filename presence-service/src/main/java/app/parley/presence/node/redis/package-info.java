/** Keeps leases and routes of chat nodes in Redis. */
@NullMarked
package app.parley.presence.node.redis;

import org.jspecify.annotations.NullMarked;
