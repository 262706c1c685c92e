/** What the Redis adapters share: the keys of a user, and scripts that run on one slot. */
@NullMarked
package app.parley.presence.redis;

import org.jspecify.annotations.NullMarked;
