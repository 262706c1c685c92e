/** The conversations of a user, as the first screen of an app shows them. */
@NullMarked
package app.parley.chat.inbox;

import org.jspecify.annotations.NullMarked;
