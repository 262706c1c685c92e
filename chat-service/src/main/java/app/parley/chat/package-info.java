/** chat-service: holds the clients' sockets, and delivers what they say to each other. */
@NullMarked
package app.parley.chat;

import org.jspecify.annotations.NullMarked;
