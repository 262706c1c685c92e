package app.parley.chat.supervision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts push notifications: {@code parley.pushes}, by {@code outcome}. */
@Component
class PushMeters {

    private final Counter sent;
    private final Counter failed;

    PushMeters(MeterRegistry registry) {
        sent = counter(registry, "sent");
        failed = counter(registry, "failed");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("parley.pushes")
                .description("Push notifications, taken by the provider or not")
                .tag("outcome", outcome)
                .register(registry);
    }

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }
}
