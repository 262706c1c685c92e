/** The WebSocket protocol between clients and Parley: frames, error codes, close codes. {@code docs/protocol.md} explains it. */
@NullMarked
package app.parley.chat.protocol;

import org.jspecify.annotations.NullMarked;
