/** All that is kept of somebody, for them to take along. */
@NullMarked
package app.parley.chat.export;

import org.jspecify.annotations.NullMarked;
