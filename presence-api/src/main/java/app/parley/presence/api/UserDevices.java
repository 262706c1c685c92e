package app.parley.presence.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The devices of one user, as a list that can be told from an older one.
 *
 * @param version grows with each change of the set of devices: a login on a new device, a logout, a revocation, an
 *     expiry. 0 if nothing is known of the user, who may have devices all the same if Redis lost its data
 * @param since no change after this version was forgotten. A device that an earlier list had and this one has not is gone
 *     if that list was of this version or a later one; otherwise it may have been forgotten
 */
public record UserDevices(UUID user, long version, long since, List<Route> devices) {

    /**
     * Where a device is.
     *
     * @param node the chat node that holds it, or null while it is offline
     */
    public record Route(UUID device, @Nullable String node) {}
}
