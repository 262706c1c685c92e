/** Closing one's account: nobody finds it from then on, and everything of it is removed, wherever it lies. */
@NullMarked
package app.parley.profile.departure;

import org.jspecify.annotations.NullMarked;
