/** Single parts of the socket proxy. */
@NullMarked
package app.parley.gateway.socket;

import org.jspecify.annotations.NullMarked;
