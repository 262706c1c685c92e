/** Sending to everybody on a broadcast list. */
@NullMarked
package app.parley.chat.broadcast;

import org.jspecify.annotations.NullMarked;
