package app.parley.chat.routing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user who has to hear of something, with all their devices. */
public record Member(UUID user, List<Route> devices) {

    /**
     * Where a device is.
     *
     * @param node the chat node that holds it, or null while it is offline
     */
    public record Route(UUID device, @Nullable String node) {}
}
