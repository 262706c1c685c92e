/** Shows that the page about the protocol and the frames say the same. */
@NullMarked
package app.parley.chat.protocol;

import org.jspecify.annotations.NullMarked;
