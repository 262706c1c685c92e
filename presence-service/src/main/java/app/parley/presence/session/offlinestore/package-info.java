/** Has offline-store-service forget the queues of revoked devices. */
@NullMarked
package app.parley.presence.session.offlinestore;

import org.jspecify.annotations.NullMarked;
