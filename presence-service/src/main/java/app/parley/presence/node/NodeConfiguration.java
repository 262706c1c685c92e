package app.parley.presence.node;

import app.parley.service.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs by itself in this feature. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Rounds deadNodeRounds(DeadNodes deadNodes, NodeSettings settings) {
        return new Rounds("burying dead nodes", settings.watchInterval(), deadNodes::run);
    }

    @Bean
    Rounds nodeMeterRounds(NodeMeters meters, NodeSettings settings) {
        return new Rounds("counting nodes", settings.watchInterval(), meters::run);
    }
}
