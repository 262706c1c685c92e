/** How long to wait before what failed is tried again. */
@NullMarked
package app.parley.chat.retry;

import org.jspecify.annotations.NullMarked;
