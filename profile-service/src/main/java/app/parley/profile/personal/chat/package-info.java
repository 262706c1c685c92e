/** Has chat-service tell people's devices what they have changed for themselves. */
@NullMarked
package app.parley.profile.personal.chat;

import org.jspecify.annotations.NullMarked;
