/** Announces the changes of groups to chat-service. */
@NullMarked
package app.parley.profile.conversation.chat;

import org.jspecify.annotations.NullMarked;
