/** The internal port, and the credential of services that call each other. */
@NullMarked
package app.parley.service.port;

import org.jspecify.annotations.NullMarked;
