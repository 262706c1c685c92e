/** Has chat-service see to it that logs forget somebody. */
@NullMarked
package app.parley.profile.departure.chat;

import org.jspecify.annotations.NullMarked;
