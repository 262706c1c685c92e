/** Other services say that somebody has changed what they keep for themselves. */
@NullMarked
package app.parley.chat.personal.web;

import org.jspecify.annotations.NullMarked;
