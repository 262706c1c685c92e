/** Sending messages, and reading them back. */
@NullMarked
package app.parley.chat.message;

import org.jspecify.annotations.NullMarked;
