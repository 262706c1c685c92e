package app.parley.gateway.health.actuator;

import app.parley.gateway.health.PartCheck;
import app.parley.gateway.upstream.UpstreamSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/** The services as parts. */
@Configuration(proxyBeanMethods = false)
class ServiceChecks {

    private final WebClient http = WebClient.create();

    @Bean
    PartCheck profileCheck(UpstreamSettings services) {
        return new ServiceCheck("profile", services.profile(), http);
    }

    @Bean
    PartCheck presenceCheck(UpstreamSettings services) {
        return new ServiceCheck("presence", services.presence(), http);
    }

    @Bean
    PartCheck chatCheck(UpstreamSettings services) {
        return new ServiceCheck("chat", services.chat(), http);
    }

    @Bean
    PartCheck offlineStoreCheck(UpstreamSettings services) {
        return new ServiceCheck("offline-store", services.offlineStore(), http);
    }
}
