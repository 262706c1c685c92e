/** What other services may ask of chat-service: to tell a group what has changed in it, and people what they have changed. */
@NullMarked
package app.parley.chat.api;

import org.jspecify.annotations.NullMarked;
