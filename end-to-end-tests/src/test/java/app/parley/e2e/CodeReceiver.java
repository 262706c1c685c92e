package app.parley.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes one-time codes in the place of the operator's service for e-mail and text messages. */
final class CodeReceiver implements AutoCloseable {

    /** What the suite shows. */
    static final String TOKEN = "token-of-the-code-receiver";

    private final HttpServer server;
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();

    CodeReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:%d/codes".formatted(server.getAddress().getPort());
    }

    /** The last code for this purpose that was sent to an address, or null. */
    @Nullable
    String last(String to, String purpose) {
        return received.stream()
                .filter(code -> code.path("to").asString().equals(to))
                .filter(code -> code.path("purpose").asString().equals(purpose))
                .map(code -> code.path("code").asString())
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (known) {
                received.add(PublicApi.json.readTree(exchange.getRequestBody()));
            }
            exchange.sendResponseHeaders(known ? 204 : 401, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
