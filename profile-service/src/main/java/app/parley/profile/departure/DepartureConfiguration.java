package app.parley.profile.departure;

import app.parley.service.rounds.Rounds;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What runs by itself in this feature. */
@Configuration(proxyBeanMethods = false)
class DepartureConfiguration {

    @Bean
    Rounds departureRounds(DepartureRound round, DepartureSettings settings) {
        return new Rounds("closing accounts", settings.interval(), () -> Mono.fromFuture(() -> run(round)));
    }

    /** To its end, even if the service stops meanwhile: an interrupted statement would take its connection with it. */
    private static CompletableFuture<Void> run(DepartureRound round) {
        return CompletableFuture.runAsync(round::run, Thread::startVirtualThread);
    }
}
