package app.parley.chat;

import app.parley.presence.api.DevicesChanged;
import app.parley.service.port.InternalPort;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A running chat-service on a real Redis, and its neighbours. */
@RealStores(Store.REDIS)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "parley.service.internal-port=0",
            "parley.service.credential=" + Neighbours.CREDENTIAL,
            "spring.profiles.active=plain-logs",
            "parley.chat.socket.auth-within=2s",
            "parley.chat.socket.heartbeat=1s",
            "parley.chat.socket.not-reading-for=2s",
            "parley.chat.session.window=16",
            "parley.chat.send.answer-within=4s",
            "parley.chat.store.call-within=1500ms",
            "parley.chat.admissions.wait-at-most=2s",
            "parley.chat.session.recheck-first=500ms",
            "parley.chat.session.recheck-every=1s",
            "parley.chat.supervision.interval=100ms"
        })
abstract class ChatTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static final Neighbours neighbours = new Neighbours();

    @LocalServerPort
    int port;

    @Autowired
    InternalPort internalPort;

    @Autowired
    ReactiveStringRedisTemplate redis;

    private final List<Client> clients = new ArrayList<>();

    @DynamicPropertySource
    static void whereTheNeighboursAre(DynamicPropertyRegistry registry) {
        registry.add("spring.http.serviceclient.profile.base-url", neighbours::address);
        registry.add("spring.http.serviceclient.presence.base-url", neighbours::address);
        registry.add("spring.http.serviceclient.offline-store.base-url", neighbours::address);
        registry.add("parley.chat.push.url", () -> neighbours.address().resolve("/push"));
        registry.add(
                "parley.service.tokens.key-set-uri", () -> neighbours.address().resolve("/.well-known/jwks.json"));
    }

    @AfterEach
    void everybodyGoes() {
        neighbours.speak();
        clients.forEach(Client::close);
    }

    Client open() {
        Client client = Client.open(port);
        clients.add(client);
        return client;
    }

    Client login(app.parley.presence.api.Device device) {
        Client client = Client.login(port, neighbours, device);
        clients.add(client);
        return client;
    }

    /** As presence-service does when something happened to devices. */
    void tell(DevicesChanged change) {
        redis.convertAndSend(DevicesChanged.CHANNEL, JsonMapper.shared().writeValueAsString(change))
                .block();
    }

    /** As profile-service does when people show something else. */
    HttpResponse<String> changed(String people) {
        return changed(people, internalPort);
    }

    static HttpResponse<String> changed(String people, InternalPort internalPort) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + internalPort.number() + "/internal/v1/people/changes"))
                .header("Parley-Service-Credential", Neighbours.CREDENTIAL)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(people))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
