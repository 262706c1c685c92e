package app.parley.faults.push;

import app.parley.faults.record.Event;
import app.parley.faults.record.Recorder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes every push notification and records it, in place of the operator's push service. */
public final class PushReceiver implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Recorder recorder;

    public PushReceiver(Recorder recorder) throws IOException {
        this.recorder = recorder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** Where chat-service is to send them. */
    public URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode push = JSON.readTree(exchange.getRequestBody());
            recorder.note(new Event.Pushed(
                    UUID.fromString(push.get("user").asString()),
                    UUID.fromString(push.get("conversation").asString()),
                    push.get("fromSeq").asLong(),
                    push.get("toSeq").asLong(),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
