/** Tells chat-service of people. */
@NullMarked
package app.parley.profile.news.chat;

import org.jspecify.annotations.NullMarked;
