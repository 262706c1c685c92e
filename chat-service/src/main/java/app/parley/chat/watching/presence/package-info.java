/** Who is online, asked from presence-service. */
@NullMarked
package app.parley.chat.watching.presence;

import org.jspecify.annotations.NullMarked;
