/** Has presence-service forget somebody. */
@NullMarked
package app.parley.profile.departure.presence;

import org.jspecify.annotations.NullMarked;
