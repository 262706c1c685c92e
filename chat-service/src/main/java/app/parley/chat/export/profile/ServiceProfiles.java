package app.parley.chat.export.profile;

import app.parley.chat.export.Profiles;
import app.parley.profile.api.ExportPart;
import app.parley.profile.api.ProfileApi;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
        return Flux.defer(() -> parts(user)).flatMapIterable(ExportPart::lines, 1);
    }

    /** Part after part; the next one is asked for when it is wanted. */
    private Flux<ExportPart> parts(UUID user) {
        AtomicReference<String> cursor = new AtomicReference<>("");
        return Mono.defer(() -> profiles.export(user, cursor.get()))
                .doOnNext(part -> cursor.set(Objects.requireNonNullElse(part.next(), "")))
                .repeat()
                .takeUntil(part -> part.next() == null);
    }
}
