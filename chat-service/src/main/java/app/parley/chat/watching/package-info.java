/** Who is watched, and by which devices. */
@NullMarked
package app.parley.chat.watching;

import org.jspecify.annotations.NullMarked;
