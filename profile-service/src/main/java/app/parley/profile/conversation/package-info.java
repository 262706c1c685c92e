/** Conversations, their members, and how long what is said in them is kept. */
@NullMarked
package app.parley.profile.conversation;

import org.jspecify.annotations.NullMarked;
