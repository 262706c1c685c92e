package app.parley.chat.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts what was sent: {@code parley.messages.accepted}, and {@code parley.sends.refused} by code. */
@Component
class SendMeters {

    private final Counter accepted;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);

    SendMeters(MeterRegistry registry) {
        accepted = Counter.builder("parley.messages.accepted")
                .description("Messages that became durable")
                .register(registry);
        for (Refusal refusal : Refusal.values()) {
            refused.put(
                    refusal,
                    Counter.builder("parley.sends.refused")
                            .description("Sends that were answered with an error")
                            .tag("code", refusal.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void accepted() {
        accepted.increment();
    }

    void refused(Refusal refusal) {
        Objects.requireNonNull(refused.get(refusal)).increment();
    }
}
