package app.parley.presence.presence.profile;

import app.parley.presence.presence.Sight;
import app.parley.presence.presence.Sights;
import app.parley.profile.api.Look;
import app.parley.profile.api.ProfileApi;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks profile-service, each time: what has changed there holds here at once. */
@Component
class ProfileSights implements Sights {

    private final ProfileApi profiles;

    ProfileSights(ProfileApi profiles) {
        this.profiles = profiles;
    }

    @Override
    public Mono<List<Sight>> of(UUID viewer, List<UUID> subjects) {
        return profiles.sights(subjects.stream()
                        .map(subject -> new Look(viewer, subject))
                        .toList())
                .map(sights -> sights.stream()
                        .map(sight -> new Sight(sight.online(), sight.lastSeen()))
                        .toList());
    }
}
