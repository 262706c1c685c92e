/** Telling others that somebody is typing. */
@NullMarked
package app.parley.chat.typing;

import org.jspecify.annotations.NullMarked;
