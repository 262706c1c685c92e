package app.parley.chat.supervision.http;

import app.parley.chat.supervision.PushNotification;
import app.parley.chat.supervision.PushProvider;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Posts each notification as JSON, the fields of {@link PushNotification}, to the operator's push service. An answer of 2xx
 * means that it was taken. The header {@code Idempotency-Key} is the same if the same range is sent again.
 */
@Component
@ConditionalOnProperty("parley.chat.push.url")
class HttpPushProvider implements PushProvider {

    private final WebClient client;
    private final HttpPushSettings settings;

    HttpPushProvider(WebClient.Builder builder, HttpPushSettings settings) {
        this.settings = settings;
        this.client = builder.baseUrl(Objects.requireNonNull(settings.url()).toString())
                .defaultHeaders(this::authorize)
                .build();
    }

    private void authorize(HttpHeaders headers) {
        if (settings.token() != null) {
            headers.setBearerAuth(settings.token());
        }
    }

    @Override
    public Mono<Void> send(PushNotification notification) {
        return client.post()
                .header("Idempotency-Key", key(notification))
                .bodyValue(notification)
                .retrieve()
                .toBodilessEntity()
                .timeout(settings.answerWithin())
                .then();
    }

    private static String key(PushNotification notification) {
        return notification.conversation() + ":" + notification.user() + ":" + notification.fromSeq() + "-"
                + notification.toSeq();
    }
}
