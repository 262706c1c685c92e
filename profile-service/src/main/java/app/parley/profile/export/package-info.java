/** All that is kept of somebody here, for them to take along. */
@NullMarked
package app.parley.profile.export;

import org.jspecify.annotations.NullMarked;
