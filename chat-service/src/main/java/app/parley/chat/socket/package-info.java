/** The WebSocket: the only package that knows it, and its frames. */
@NullMarked
package app.parley.chat.socket;

import org.jspecify.annotations.NullMarked;
