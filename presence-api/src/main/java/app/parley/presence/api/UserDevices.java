package app.parley.presence.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The devices of one user. */
public record UserDevices(UUID user, List<Route> devices) {

    /**
     * Where a device is.
     *
     * @param node the chat node that holds it, or null while it is offline
     */
    public record Route(UUID device, @Nullable String node) {}
}
