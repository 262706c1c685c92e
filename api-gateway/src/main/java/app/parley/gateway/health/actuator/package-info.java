/** The readiness of the services, from their internal ports. */
@NullMarked
package app.parley.gateway.health.actuator;

import org.jspecify.annotations.NullMarked;
