/** A user's conversations, from profile-service. */
@NullMarked
package app.parley.chat.inbox.profile;

import org.jspecify.annotations.NullMarked;
