package app.parley.chat.export.profile;

import app.parley.chat.export.Profiles;
import app.parley.profile.api.ExportPart;
import app.parley.profile.api.ProfileApi;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks profile-service, part by part. */
@Component
class ServiceProfiles implements Profiles {

    private final ProfileApi profiles;

    ServiceProfiles(ProfileApi profiles) {
        this.profiles = profiles;
    }

    @Override
    public Flux<String> of(UUID user) {
        return profiles.export(user, "")
                .expand(part -> part.next() == null ? Mono.empty() : profiles.export(user, part.next()))
                .flatMapIterable(ExportPart::lines, 1);
    }
}
