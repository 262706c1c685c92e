/** What other services may ask of presence-service: devices, the nodes that hold them, who is online. */
@NullMarked
package app.parley.presence.api;

import org.jspecify.annotations.NullMarked;
