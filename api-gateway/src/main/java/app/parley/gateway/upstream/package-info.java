/** Where the services are, and what a client hears when one of them does not answer. */
@NullMarked
package app.parley.gateway.upstream;

import org.jspecify.annotations.NullMarked;
