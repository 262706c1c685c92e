/** Tells the other services about devices through Redis pub/sub. */
@NullMarked
package app.parley.presence.device.redis;

import org.jspecify.annotations.NullMarked;
