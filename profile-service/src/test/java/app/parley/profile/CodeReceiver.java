package app.parley.profile;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's service that writes to mail boxes and phones, over real HTTP. */
@TestConfiguration(proxyBeanMethods = false)
public class CodeReceiver {

    /** A code that somebody was to be sent, and how that was asked. */
    public record Received(JsonNode json, String key, String authorization) {

        public String to() {
            return json.get("to").asString();
        }

        public String code() {
            return json.get("code").asString();
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

    CodeReceiver() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
    }

    @Bean(initMethod = "start")
    HttpServer codeServer() {
        return server;
    }

    @Bean
    static DynamicPropertyRegistrar codeAddress(HttpServer codeServer) {
        return properties -> properties.add(
                "parley.profile.codes.http.url",
                () -> "http://localhost:" + codeServer.getAddress().getPort() + "/codes");
    }

    /** Answers the next requests with these instead of taking their codes. */
    public void refuse(Integer... statuses) {
        refusals.addAll(List.of(statuses));
    }

    /** All that was sent to an address, refused or not. */
    public List<Received> to(String address) {
        return received.stream().filter(one -> one.to().equals(address)).toList();
    }

    /** The code that was sent last to an address, where nothing else is under way. */
    public String lastCode(String address) {
        return to(address).getLast().code();
    }

    /** The only code that is sent to an address, now or soon. */
    public String awaitCode(String address) {
        await().until(() -> to(address).size() == 1);
        return lastCode(address);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    JsonMapper.shared().readTree(exchange.getRequestBody()),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Authorization")));
            Integer refusal = refusals.poll();
            exchange.sendResponseHeaders(refusal == null ? 204 : refusal, -1);
        }
    }
}
