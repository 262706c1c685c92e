/** The readiness of the gateway's own Redis. */
@NullMarked
package app.parley.gateway.health.redis;

import org.jspecify.annotations.NullMarked;
