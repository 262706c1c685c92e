/** Which public path belongs to which service, and what a client hears when that service does not answer. */
@NullMarked
package app.parley.gateway.route;

import org.jspecify.annotations.NullMarked;
