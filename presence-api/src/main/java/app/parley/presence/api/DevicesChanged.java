package app.parley.presence.api;

import java.util.List;
import java.util.UUID;

/**
 * Published by presence-service on the Redis channel {@link #CHANNEL}, as JSON, whenever devices came, went, moved or
 * were revoked: whoever remembers their routes forgets them. It may be lost (Redis pub/sub is at-most-once), so nothing
 * may depend on it but freshness.
 *
 * @param users whose devices or routes are not what they were
 * @param added those of the users who have a device more than before: they logged in on it
 * @param revoked devices whose sockets must be closed at once
 */
public record DevicesChanged(List<UUID> users, List<UUID> added, List<UUID> revoked) {

    /** The Redis channel. */
    public static final String CHANNEL = "parley.presence.devices-changed";
}
