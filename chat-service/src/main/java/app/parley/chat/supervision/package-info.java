/** Messages that were not acknowledged in time: they are sent again to who is online, and a push goes out to who is not. */
@NullMarked
package app.parley.chat.supervision;

import org.jspecify.annotations.NullMarked;
