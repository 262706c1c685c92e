package app.parley.chat.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts deliveries: {@code parley.messages.delivered}, {@code parley.messages.again} and {@code parley.window.stalls}. */
@Component
class SessionMeters {

    private final Counter delivered;
    private final Counter again;
    private final Counter stalls;

    SessionMeters(MeterRegistry registry) {
        delivered = Counter.builder("parley.messages.delivered")
                .description("Messages put on the line to a device")
                .register(registry);
        again = Counter.builder("parley.messages.again")
                .description("Times that what a device did not acknowledge was sent to it again")
                .register(registry);
        stalls = Counter.builder("parley.window.stalls")
                .description("Times that a message had to wait for a device's acknowledgements")
                .register(registry);
    }

    void delivered() {
        delivered.increment();
    }

    void sentAgain() {
        again.increment();
    }

    void stalled() {
        stalls.increment();
    }
}
