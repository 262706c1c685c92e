/** What people keep for themselves, as far as their devices hear that it has changed. */
@NullMarked
package app.parley.chat.personal;

import org.jspecify.annotations.NullMarked;
