package app.parley.presence.presence;

import app.parley.presence.node.LeaseId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is noted of each user's devices. Whether a lease is still valid is another question. */
public interface Whereabouts {

    /** The devices of a user; of an unknown one, none. */
    Mono<UserNote> of(UUID user);

    /**
     * @param version grows with each change of the set of devices; 0 if nothing is known of the user
     * @param since no change after this version is forgotten
     * @param gone when the last of the devices that the user no longer has was seen, or null
     */
    record UserNote(
            UUID user,
            long version,
            long since,
            List<DeviceNote> devices,
            @Nullable Instant gone) {}

    /**
     * @param lease what it is routed to, or null
     * @param seen when it last came or went, or null if it never did
     */
    record DeviceNote(
            UUID device, @Nullable LeaseId lease, @Nullable Instant seen) {}
}
