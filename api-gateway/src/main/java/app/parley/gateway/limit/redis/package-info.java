/** Permits in Redis, which all gateways share. */
@NullMarked
package app.parley.gateway.limit.redis;

import org.jspecify.annotations.NullMarked;
