/** Keeps sessions and pending departures in Redis. */
@NullMarked
package app.parley.presence.session.redis;

import org.jspecify.annotations.NullMarked;
