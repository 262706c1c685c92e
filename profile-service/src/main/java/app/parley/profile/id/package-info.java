/** Ids that begin with the time. */
@NullMarked
package app.parley.profile.id;

import org.jspecify.annotations.NullMarked;
