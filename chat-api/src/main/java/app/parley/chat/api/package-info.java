/**
 * What other services may ask of chat-service: to tell a group what has changed in it, people what they have changed,
 * and logs to forget somebody.
 */
@NullMarked
package app.parley.chat.api;

import org.jspecify.annotations.NullMarked;
