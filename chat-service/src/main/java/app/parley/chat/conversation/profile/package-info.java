/** Conversations, remembered from profile-service. */
@NullMarked
package app.parley.chat.conversation.profile;

import org.jspecify.annotations.NullMarked;
