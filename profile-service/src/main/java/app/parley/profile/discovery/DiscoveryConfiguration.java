package app.parley.profile.discovery;

import app.parley.service.rounds.Rounds;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What runs by itself in this feature. */
@Configuration(proxyBeanMethods = false)
class DiscoveryConfiguration {

    @Bean
    Rounds discoveryCleaningRounds(LookedUp lookedUp, DiscoverySettings settings, InstantSource clock) {
        return new Rounds(
                "cleaning up look-ups", settings.cleaning(), () -> Mono.fromFuture(() -> clean(lookedUp, clock)));
    }

    /** To its end, even if the service stops meanwhile: an interrupted statement would take its connection with it. */
    private static CompletableFuture<Void> clean(LookedUp lookedUp, InstantSource clock) {
        return CompletableFuture.runAsync(() -> lookedUp.forget(clock.instant()), Thread::startVirtualThread);
    }
}
