package app.parley.gateway.docs;

import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** The route to a service's OpenAPI document, which names the gateway as its server. */
public final class ApiDocument {

    private static final List<Map<String, String>> THIS_SERVER =
            List.of(Map.of("url", "/", "description", "This gateway"));

    private ApiDocument() {}

    /** The document of a service, at {@code /v3/api-docs/NAME}. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static UriSpec of(String service, PredicateSpec route) {
        return route.path("/v3/api-docs/" + service)
                .and()
                .method(HttpMethod.GET)
                .filters(filters -> filters.setPath("/v3/api-docs")
                        .modifyResponseBody(Map.class, Map.class, (exchange, document) -> {
                            document.put("servers", THIS_SERVER);
                            return Mono.just(document);
                        }));
    }
}
