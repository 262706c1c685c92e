package app.parley.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A service that calls another, of which there are two instances. */
class SpreadCallsTest {

    @HttpExchange
    interface EchoApi {
        @PostExchange("/internal/echo?times=1 1")
        Mono<String> echo(@RequestBody String text);
    }

    @Configuration
    @EnableAutoConfiguration
    @ImportHttpServices(group = "echo", types = EchoApi.class, clientType = ClientType.WEB_CLIENT)
    static class Caller {}

    private final Map<Integer, AtomicInteger> calls = new HashMap<>();
    private final DisposableServer one = listen(0);
    private final DisposableServer other = listen(0);
    private ConfigurableApplicationContext caller;
    private EchoApi api;

    @BeforeEach
    void startCaller() {
        caller = new SpringApplicationBuilder(Caller.class)
                .properties(Map.of(
                        "server.port", "0",
                        "parley.service.internal-port", "0",
                        "parley.service.credential", "0123456789abcdef",
                        "parley.service.tokens.key-set-uri", "http://127.0.0.1:1/keys",
                        "spring.http.clients.read-timeout", "1s",
                        "spring.http.clients.connect-timeout", "1s",
                        "parley.service.instances.echo", address(one) + "," + address(other)))
                .run();
        api = caller.getBean(EchoApi.class);
    }

    @AfterEach
    void stop() {
        caller.close();
        one.disposeNow();
        other.disposeNow();
    }

    @Test
    void callsAreSpread() {
        for (int i = 0; i < 10; i++) {
            assertThat(api.echo("hello").block()).isEqualTo("/internal/echo?times=1%201 hello");
        }
        assertThat(calls.values()).allSatisfy(count -> assertThat(count).hasValue(5));
    }

    @Test
    void withOneDownEveryCallIsAnswered() {
        one.disposeNow(Duration.ofSeconds(1));

        for (int i = 0; i < 10; i++) {
            assertThat(api.echo("hello").block()).endsWith("hello");
        }
    }

    @Test
    void oneThatHangsFailsOneCallWhichIsNotRepeated() {
        List<Throwable> failures = hangs(one);

        assertThat(failures).singleElement().isInstanceOfSatisfying(RemoteProblem.class, problem -> {
            assertThat(problem.code()).isEqualTo("unavailable");
            assertThat(problem.isRetryable()).isTrue();
        });
        assertThat(calls.get(other.port())).hasValue(9);
    }

    @Test
    void withAllDownCallsAreUnavailableUntilOneIsBack() {
        one.disposeNow(Duration.ofSeconds(1));
        other.disposeNow(Duration.ofSeconds(1));

        assertThatThrownBy(() -> api.echo("hello").block()).isInstanceOfSatisfying(RemoteProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("unavailable");
            assertThat(problem.isRetryable()).isTrue();
        });

        DisposableServer back = listen(one.port());
        try {
            assertThat(api.echo("hello").block()).endsWith("hello");
        } finally {
            back.disposeNow();
        }
    }

    @Test
    void oneThatIsBackIsCalledAgain() {
        one.disposeNow(Duration.ofSeconds(1));
        api.echo("hello").block();
        api.echo("hello").block();
        calls.get(one.port()).set(0);

        DisposableServer back = listen(one.port());
        try {
            await().untilAsserted(() -> {
                api.echo("hello").block();
                assertThat(calls.get(back.port())).hasPositiveValue();
            });
        } finally {
            back.disposeNow();
        }
    }

    /** Ten calls while an instance takes calls and answers none. */
    private List<Throwable> hangs(DisposableServer instance) {
        instance.disposeNow(Duration.ofSeconds(1));
        DisposableServer hanging = HttpServer.create()
                .bindAddress(() -> new InetSocketAddress("127.0.0.1", instance.port()))
                .handle((request, response) -> Mono.never())
                .bindNow();
        try {
            List<Throwable> failures = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                api.echo("hello").doOnError(failures::add).onErrorComplete().block();
            }
            return failures;
        } finally {
            hanging.disposeNow();
        }
    }

    private DisposableServer listen(int port) {
        AtomicInteger count = new AtomicInteger();
        DisposableServer server = HttpServer.create()
                .bindAddress(() -> new InetSocketAddress("127.0.0.1", port))
                .handle((request, response) -> response.sendString(request.receive()
                        .aggregate()
                        .asString()
                        .doOnNext(body -> count.incrementAndGet())
                        .map(body -> request.uri() + " " + body)))
                .bindNow();
        calls.put(server.port(), count);
        return server;
    }

    private static URI address(DisposableServer server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }
}
