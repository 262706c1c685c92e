package app.parley.profile.code;

import app.parley.service.rounds.Rounds;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What runs by itself in this feature. */
@Configuration(proxyBeanMethods = false)
class CodeConfiguration {

    @Bean
    Rounds codeCleaningRounds(StoredCodes codes, CodeRequests requests, CodeSettings settings, InstantSource clock) {
        return new Rounds(
                "cleaning up codes",
                settings.cleaning(),
                () -> Mono.fromFuture(() -> clean(() -> {
                    codes.forget(clock.instant());
                    requests.forget(clock.instant());
                })));
    }

    /** To its end, even if the service stops meanwhile: an interrupted statement would take its connection with it. */
    private static CompletableFuture<Void> clean(Runnable round) {
        return CompletableFuture.runAsync(round, Thread::startVirtualThread);
    }
}
