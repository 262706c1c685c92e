package app.parley.chat;

import app.parley.chat.routing.NodeName;
import io.micrometer.observation.ObservationPredicate;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** What belongs to the service as a whole. */
@Configuration(proxyBeanMethods = false)
class ChatServiceConfiguration {

    @Bean
    NodeName nodeName() {
        return NodeName.random();
    }

    /** A WebSocket is no request that one would like to see the end of: it would be observed, in memory, for hours. */
    @Bean
    ObservationPredicate webSocketsAreNotObserved() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && "/v1/ws".equals(request.getCarrier().getPath().value()));
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Parley: chat")
                        .version("v1")
                        .description("Messages: the WebSocket for live clients, and the same over REST. Errors are"
                                + " problem details (RFC 9457) with a stable `code` and `retryable`."));
    }
}
