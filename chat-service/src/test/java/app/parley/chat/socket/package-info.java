/** Tests of what has no outside but the wire. */
@NullMarked
package app.parley.chat.socket;

import org.jspecify.annotations.NullMarked;
