/** Sessions: logging in on a device, refreshing, listing, and revoking for good. */
@NullMarked
package app.parley.presence.session;

import org.jspecify.annotations.NullMarked;
