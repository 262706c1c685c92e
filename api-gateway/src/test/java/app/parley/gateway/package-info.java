/** The gateway in front of tiny real services. */
@NullMarked
package app.parley.gateway;

import org.jspecify.annotations.NullMarked;
