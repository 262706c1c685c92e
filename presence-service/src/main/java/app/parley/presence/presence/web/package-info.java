/** Presence as REST, for clients and for the other services. */
@NullMarked
package app.parley.presence.presence.web;

import org.jspecify.annotations.NullMarked;
