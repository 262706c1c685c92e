/** Other services ask for all that is kept of somebody. */
@NullMarked
package app.parley.profile.export.web;

import org.jspecify.annotations.NullMarked;
