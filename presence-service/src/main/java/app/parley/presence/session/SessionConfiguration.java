package app.parley.presence.session;

import app.parley.service.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs by itself in this feature. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    Rounds departureRounds(DepartureRound round, SessionSettings settings) {
        return new Rounds("departures", settings.departureInterval(), round::run);
    }
}
