/** Who watches whom, without the rest of the service. */
@NullMarked
package app.parley.chat.watching;

import org.jspecify.annotations.NullMarked;
