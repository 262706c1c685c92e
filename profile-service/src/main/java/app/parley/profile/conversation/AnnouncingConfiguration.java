package app.parley.profile.conversation;

import app.parley.service.rounds.Rounds;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What runs by itself in this feature. */
@Configuration(proxyBeanMethods = false)
class AnnouncingConfiguration {

    @Bean
    Rounds announcingRounds(Announcing announcing, AnnouncingSettings settings) {
        return new Rounds(
                "announcements of groups", settings.interval(), () -> Mono.fromFuture(() -> round(announcing)));
    }

    /** To its end, even if the service stops meanwhile: an interrupted statement would take its connection with it. */
    private static CompletableFuture<Void> round(Announcing announcing) {
        return CompletableFuture.runAsync(announcing::round, Thread::startVirtualThread);
    }
}
