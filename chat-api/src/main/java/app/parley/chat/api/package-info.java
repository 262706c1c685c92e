/** What other services may ask of chat-service: to tell a group what has changed in it. */
@NullMarked
package app.parley.chat.api;

import org.jspecify.annotations.NullMarked;
