/** Proxies WebSockets. */
@NullMarked
package app.parley.gateway.socket;

import org.jspecify.annotations.NullMarked;
