package app.parley.presence.presence;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Tells people who is online, as far as they may see it. If nobody knows what they may see, it fails. */
@Service
public class SeenPresences {

    private final Presences presences;
    private final Sights sights;

    SeenPresences(Presences presences, Sights sights) {
        this.presences = presences;
        this.sights = sights;
    }

    /** What a user sees of others, in their order. */
    public Mono<List<SeenPresence>> of(UUID viewer, List<UUID> users) {
        return Mono.zip(presences.of(users), sights.of(viewer, users), SeenPresences::seen);
    }

    private static List<SeenPresence> seen(List<UserPresence> presences, List<Sight> sights) {
        return IntStream.range(0, presences.size())
                .mapToObj(i -> SeenPresence.of(presences.get(i), sights.get(i)))
                .toList();
    }
}
