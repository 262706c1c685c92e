/** Who the client is, behind proxies or not. */
@NullMarked
package app.parley.gateway.client;

import org.jspecify.annotations.NullMarked;
