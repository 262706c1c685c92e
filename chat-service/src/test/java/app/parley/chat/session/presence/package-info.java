/** The line of devices that wait to be admitted, by itself. */
@NullMarked
package app.parley.chat.session.presence;

import org.jspecify.annotations.NullMarked;
