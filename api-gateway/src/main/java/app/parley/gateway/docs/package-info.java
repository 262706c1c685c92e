/** The API documentation of the services, as documents of the gateway. */
@NullMarked
package app.parley.gateway.docs;

import org.jspecify.annotations.NullMarked;
