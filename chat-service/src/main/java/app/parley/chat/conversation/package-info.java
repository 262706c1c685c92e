/** Who takes part in a conversation. */
@NullMarked
package app.parley.chat.conversation;

import org.jspecify.annotations.NullMarked;
