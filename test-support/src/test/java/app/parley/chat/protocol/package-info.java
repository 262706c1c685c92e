/** A stand-in for the frames, for rules to object to. */
@NullMarked
package app.parley.chat.protocol;

import org.jspecify.annotations.NullMarked;
