/** What every answer says to browsers. */
@NullMarked
package app.parley.gateway.header;

import org.jspecify.annotations.NullMarked;
