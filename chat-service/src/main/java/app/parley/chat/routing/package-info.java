/** Who has to hear of something, at which node they are, and how it gets there. */
@NullMarked
package app.parley.chat.routing;

import org.jspecify.annotations.NullMarked;
