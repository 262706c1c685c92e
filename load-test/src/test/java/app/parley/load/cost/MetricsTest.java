package app.parley.load.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class MetricsTest {

    private final AtomicReference<String> page = new AtomicReference<>("");
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((_, response) -> response.sendString(Mono.just(page.get())))
            .bindNow();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Part> parts = List.of(
            new Part("store", 0, URI.create("http://127.0.0.1:" + server.port() + "/actuator/prometheus")),
            new Part("cassandra", 0, null));

    @AfterEach
    void close() {
        server.disposeNow();
        http.shutdownNow();
    }

    private Metrics read(String text) {
        page.set(text);
        return Metrics.of(http, parts);
    }

    @Test
    void whatParleyCountedInBetweenIsSaid() {
        Metrics before = read("""
                # HELP parley_cassandra_mutations_total Mutations
                parley_cassandra_mutations_total{application="store",kind="journal"} 10.0
                parley_messages_waiting{application="store"} 5.0
                jvm_threads_total 7.0
                """);
        Metrics after = read("""
                parley_cassandra_mutations_total{application="store",kind="journal"} 14.0
                parley_journal_bytes_total{application="store"} 3.0E2
                parley_messages_waiting{application="store"} 9.0
                jvm_threads_total 8.0
                """);

        assertThat(after.since(before).counts())
                .isEqualTo(Map.of(
                        "store",
                        Map.of(
                                "parley_cassandra_mutations_total{kind=\"journal\"}",
                                4.0,
                                "parley_journal_bytes_total",
                                300.0)));
    }

    @Test
    void aServiceThatDidNotAnswerBeforeIsNotComparedWithNothing() {
        Metrics before = read("");
        Metrics after = read("parley_messages_accepted_total 1000.0\n");

        assertThat(after.since(before).counts()).isEmpty();
    }
}
