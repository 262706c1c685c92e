package app.parley.chat.routing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user who has to hear of something, with all their devices.
 *
 * @param version grows with each change of the set of devices; 0 if nothing is known of the user
 * @param since no change after this version was forgotten
 */
public record Member(UUID user, long version, long since, List<Route> devices) {

    /** The same user, as far as these devices go. */
    public Member with(List<Route> some) {
        return new Member(user, version, since, some);
    }

    /**
     * Where a device is.
     *
     * @param node the chat node that holds it, or null while it is offline
     */
    public record Route(UUID device, @Nullable String node) {}
}
