/** The service of sessions and presence: who is logged in on which device, who is online, and which chat node holds a device. */
@NullMarked
package app.parley.presence;

import org.jspecify.annotations.NullMarked;
