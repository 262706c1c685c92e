/** The services that presence-service calls, as small real HTTP servers; outside of what its own application scans. */
@NullMarked
package app.parley.neighbours;

import org.jspecify.annotations.NullMarked;
