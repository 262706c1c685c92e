package app.parley.profile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** As much of presence-service's API as profile-service calls, over real HTTP. */
@TestConfiguration(proxyBeanMethods = false)
public class PresenceDouble {

    private static final Pattern USER = Pattern.compile("/internal/v1/users/([0-9a-f-]{36})");

    private final HttpServer server;
    private final List<UUID> asked = new CopyOnWriteArrayList<>();
    private volatile IntPredicate fails = _ -> false;

    PresenceDouble() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    @Bean(initMethod = "start")
    HttpServer presenceServer() {
        return server;
    }

    @Bean
    static DynamicPropertyRegistrar presenceAddress(HttpServer presenceServer) {
        return properties -> properties.add(
                "spring.http.serviceclient.presence.base-url",
                () -> "http://localhost:" + presenceServer.getAddress().getPort());
    }

    /** Which of the calls for a user fail: the first is 1. */
    public void fail(IntPredicate which) {
        fails = which;
    }

    public void calm() {
        fails = _ -> false;
    }

    /** How often it was to forget a user. */
    public int asked(UUID user) {
        return (int) asked.stream().filter(user::equals).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Matcher user = USER.matcher(exchange.getRequestURI().toString());
        if (!exchange.getRequestMethod().equals("DELETE")
                || !user.matches()
                || !ProfileClient.CREDENTIAL.equals(
                        exchange.getRequestHeaders().getFirst("Parley-Service-Credential"))) {
            answer(exchange, 400);
            return;
        }
        UUID id = UUID.fromString(user.group(1));
        asked.add(id);
        answer(exchange, fails.test(asked(id)) ? 503 : 200);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
