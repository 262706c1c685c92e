/** A connected device: what it was sent, what it acknowledged, and what still waits for it. */
@NullMarked
package app.parley.chat.session;

import org.jspecify.annotations.NullMarked;
