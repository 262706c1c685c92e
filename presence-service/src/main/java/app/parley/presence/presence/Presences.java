package app.parley.presence.presence;

import app.parley.presence.node.Lease;
import app.parley.presence.node.LeaseId;
import app.parley.presence.node.NodeLeases;
import app.parley.presence.presence.Whereabouts.DeviceNote;
import app.parley.presence.presence.Whereabouts.UserNote;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells who is online: who has a device that is routed to a valid lease. */
@Service
public class Presences {

    private static final int AT_ONCE = 256;

    private final Whereabouts whereabouts;
    private final NodeLeases leases;

    Presences(Whereabouts whereabouts, NodeLeases leases) {
        this.whereabouts = whereabouts;
        this.leases = leases;
    }

    /** Where these users are, in their order. */
    public Mono<List<UserPresence>> of(List<UUID> users) {
        return leases.all()
                .collectMap(Lease::id)
                .flatMap(known -> Flux.fromIterable(users)
                        .flatMapSequential(whereabouts::of, AT_ONCE)
                        .map(note -> presence(note, known))
                        .collectList());
    }

    /** Where this user is. */
    public Mono<UserPresence> of(UUID user) {
        return of(List.of(user)).map(List::getFirst);
    }

    private static UserPresence presence(UserNote note, Map<LeaseId, Lease> known) {
        List<DevicePresence> devices = note.devices().stream()
                .map(device -> presence(device, device.lease() == null ? null : known.get(device.lease())))
                .toList();
        return new UserPresence(note.user(), note.version(), note.since(), devices, note.gone());
    }

    /** A device whose lease ran out was there until then, although nobody has noted it yet. */
    private static DevicePresence presence(DeviceNote note, @Nullable Lease lease) {
        if (lease == null) {
            return new DevicePresence(note.device(), null, note.seen());
        }
        return lease.valid()
                ? new DevicePresence(note.device(), lease.id().node(), null)
                : new DevicePresence(note.device(), null, lease.ends());
    }
}
