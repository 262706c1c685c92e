/** What people may see of each other. */
@NullMarked
package app.parley.chat.sight;

import org.jspecify.annotations.NullMarked;
