/** The one public door: everything a client sends to Parley comes through here. */
@NullMarked
package app.parley.gateway;

import org.jspecify.annotations.NullMarked;
