package app.parley.chat.supervision;

import app.parley.service.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Supervision goes on for as long as this node runs, and ends when it is drained. */
@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {

    @Bean
    Rounds supervision(Supervisor supervisor, SupervisionSettings settings) {
        return new Rounds("supervision", settings.interval(), supervisor::round);
    }
}
