package app.parley.presence.presence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a device is.
 *
 * @param node the chat node that holds it, or null while it is offline
 * @param lastSeen when it went, or null while it is online and if it was never there
 */
public record DevicePresence(
        UUID device, @Nullable String node, @Nullable Instant lastSeen) {

    public boolean online() {
        return node != null;
    }
}
