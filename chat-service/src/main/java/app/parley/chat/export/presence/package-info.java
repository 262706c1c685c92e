/** What presence-service keeps of somebody. */
@NullMarked
package app.parley.chat.export.presence;

import org.jspecify.annotations.NullMarked;
