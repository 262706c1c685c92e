package app.parley.chat.socket;

import app.parley.chat.protocol.CloseCode;
import app.parley.chat.protocol.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The open WebSockets, looked over twice a second: who is silent, who does not read, who owes a token. */
@Component
class Connections {

    private static final long LOOK_OVER_MILLIS = 500;

    private final Set<Inbound> open = ConcurrentHashMap.newKeySet();
    private final Counter notReading;

    Connections(MeterRegistry registry) {
        Gauge.builder("parley.sockets", open, Set::size)
                .description("Open WebSockets, authenticated or not")
                .register(registry);
        notReading = Counter.builder("parley.sockets.not_reading")
                .description("WebSockets that were closed because their client did not read")
                .register(registry);
    }

    void add(Inbound inbound) {
        open.add(inbound);
    }

    void remove(Inbound inbound) {
        open.remove(inbound);
    }

    int count() {
        return open.size();
    }

    List<Connection> all() {
        return open.stream().map(Inbound::connection).toList();
    }

    @Scheduled(fixedDelay = LOOK_OVER_MILLIS)
    void lookOver() {
        long now = System.nanoTime();
        open.forEach(inbound -> lookAt(inbound, now));
    }

    private void lookAt(Inbound inbound, long now) {
        Connection connection = inbound.connection();
        if (connection.isClosing()) {
            return;
        }
        if (connection.isNotReading(now)) {
            notReading.increment();
            connection.giveUpReading();
        } else if (inbound.isTokenDue(now)) {
            connection.refuse(ErrorCode.UNAUTHENTICATED, "no token came in time", CloseCode.UNAUTHENTICATED);
        } else if (!inbound.isAuthenticating()) {
            connection.checkHeartbeat(now);
        }
    }
}
