/** Which node holds a device, remembered from presence-service. */
@NullMarked
package app.parley.chat.routing.presence;

import org.jspecify.annotations.NullMarked;
