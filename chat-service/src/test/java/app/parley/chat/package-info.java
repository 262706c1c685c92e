/** Shows what clients of chat-service see, with its neighbours played by {@link app.parley.chat.Neighbours}. */
@NullMarked
package app.parley.chat;

import org.jspecify.annotations.NullMarked;
