/** People who have closed their account, as far as logs forget them. */
@NullMarked
package app.parley.chat.departure;

import org.jspecify.annotations.NullMarked;
