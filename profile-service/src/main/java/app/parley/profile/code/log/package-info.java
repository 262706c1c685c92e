/** Writes codes to the service's log, where developers read them. */
@NullMarked
package app.parley.profile.code.log;

import org.jspecify.annotations.NullMarked;
