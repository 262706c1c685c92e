/** Who is online, when the others were last seen, and where a device can be reached. */
@NullMarked
package app.parley.presence.presence;

import org.jspecify.annotations.NullMarked;
