package app.parley.profile.code.http;

import app.parley.profile.code.CodeMessage;
import app.parley.profile.code.CodeSender;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Posts each code as JSON, the fields of {@link PostedCode}, to the operator's service. An answer of 2xx means that it was
 * taken. The header {@code Idempotency-Key} is the same if the same code is posted again.
 */
@Component
@ConditionalOnProperty(name = "parley.profile.codes.sender", havingValue = "http")
class HttpCodeSender implements CodeSender {

    private static final Logger log = LoggerFactory.getLogger(HttpCodeSender.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final WebClient client;
    private final HttpCodeSettings settings;
    private final AtomicBoolean failing = new AtomicBoolean();

    HttpCodeSender(WebClient.Builder builder, HttpCodeSettings settings) {
        this.settings = settings;
        this.client = builder.baseUrl(url(settings).toString())
                .defaultHeaders(this::authorize)
                .build();
    }

    private static URI url(HttpCodeSettings settings) {
        if (settings.url() == null) {
            throw new IllegalStateException(
                    "parley.profile.codes.sender is http, and parley.profile.codes.http.url is not set");
        }
        return settings.url();
    }

    private void authorize(HttpHeaders headers) {
        if (settings.token() != null) {
            headers.setBearerAuth(settings.token());
        }
    }

    @Override
    public boolean send(CodeMessage message) {
        return Boolean.TRUE.equals(client.post()
                .header("Idempotency-Key", message.id().toString())
                .bodyValue(PostedCode.of(message, settings.text()))
                .retrieve()
                .toBodilessEntity()
                .timeout(settings.answerWithin())
                .retryWhen(Retry.backoff(settings.attempts() - 1L, PAUSE)
                        .filter(HttpCodeSender::mayPass)
                        .onRetryExhaustedThrow((_, last) -> last.failure()))
                .then(Mono.fromCallable(this::sent))
                .onErrorResume(failure -> Mono.fromCallable(() -> notSent(failure)))
                .block());
    }

    /** A refusal would be the same again. */
    private static boolean mayPass(Throwable failure) {
        return switch (failure) {
            case WebClientResponseException answer -> mayPass(answer.getStatusCode());
            case WebClientRequestException _, TimeoutException _ -> true;
            default -> false;
        };
    }

    private static boolean mayPass(HttpStatusCode status) {
        return status.is5xxServerError() || status.value() == HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private boolean sent() {
        if (failing.getAndSet(false)) {
            log.info("The sender of one-time codes takes them again");
        }
        return true;
    }

    /** Says so once, not for each code of an outage. */
    private boolean notSent(Throwable failure) {
        if (!failing.getAndSet(true)) {
            log.warn("The sender of one-time codes does not take them: {}", failure.toString());
        }
        return false;
    }
}
