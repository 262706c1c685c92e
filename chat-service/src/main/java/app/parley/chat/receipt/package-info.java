/** What devices acknowledge and users read, and who hears of it. */
@NullMarked
package app.parley.chat.receipt;

import org.jspecify.annotations.NullMarked;
