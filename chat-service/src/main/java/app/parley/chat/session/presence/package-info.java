/** The node's lease, and the devices it holds, said to presence-service. */
@NullMarked
package app.parley.chat.session.presence;

import org.jspecify.annotations.NullMarked;
