/** Tests of what has no outside but the wire. */
@NullMarked
package app.parley.chat.retry;

import org.jspecify.annotations.NullMarked;
