/** Reads routes and times from Redis. */
@NullMarked
package app.parley.presence.presence.redis;

import org.jspecify.annotations.NullMarked;
