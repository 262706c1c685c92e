package app.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.neighbours.Neighbours;
import app.parley.presence.api.DevicesChanged;
import app.parley.presence.api.PresenceApi;
import app.parley.presence.api.SessionsApi;
import app.parley.service.port.InternalPort;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.Disposable;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real Redis, as clients and other services meet it. */
@RealStores(Store.REDIS)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "parley.service.internal-port=0",
            "parley.service.credential=" + Neighbours.CREDENTIAL,
            "parley.presence.sessions.max-devices=3",
            "parley.presence.sessions.departure-interval=100ms",
            "parley.presence.sessions.departure-retry=500ms",
            "parley.presence.nodes.watch-interval=100ms",
        })
public abstract class PresenceServiceTest {

    /** The password of every account in these tests. */
    protected static final String PASSWORD = "correct horse battery staple";

    /** What a device gets when it logs in. */
    protected record Login(String accessToken, String refreshToken, long expiresIn, UUID userId, UUID deviceId) {}

    private final List<DevicesChanged> announced = new CopyOnWriteArrayList<>();
    private Disposable subscription;

    @LocalServerPort
    private int port;

    @Autowired
    private InternalPort internalPort;

    @Autowired
    private ReactiveStringRedisTemplate redis;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("parley.presence.tokens.signing-keys", KeyFiles::signingKeys);
        properties.add("spring.http.serviceclient.profile.base-url", Neighbours::url);
        properties.add("spring.http.serviceclient.offline-store.base-url", Neighbours::url);
    }

    @BeforeEach
    void listen() {
        JsonMapper json = JsonMapper.shared();
        subscription = redis.listenToChannelLater(DevicesChanged.CHANNEL)
                .block()
                .subscribe(message -> announced.add(json.readValue(message.getMessage(), DevicesChanged.class)));
    }

    @AfterEach
    void restore() {
        subscription.dispose();
        Neighbours.profileService().available(true);
        Neighbours.offlineStoreService().available(true);
    }

    /** What was published during this test. */
    protected final List<DevicesChanged> announced() {
        return announced;
    }

    protected final WebTestClient http() {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    protected final WebTestClient http(Login login) {
        return http().mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(login.accessToken()))
                .build();
    }

    /** The internal port, with the credential. */
    protected final WebClient internalHttp() {
        return WebClient.builder()
                .baseUrl("http://127.0.0.1:" + internalPort.number())
                .defaultHeader("Parley-Service-Credential", Neighbours.CREDENTIAL)
                .build();
    }

    protected final PresenceApi presenceApi() {
        return api(PresenceApi.class);
    }

    protected final SessionsApi sessionsApi() {
        return api(SessionsApi.class);
    }

    private <T> T api(Class<T> type) {
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(internalHttp()))
                .build()
                .createClient(type);
    }

    /** A new account's handle. */
    protected static String register() {
        String handle = "user" + UUID.randomUUID().toString().substring(24);
        Neighbours.profileService().register(handle, PASSWORD);
        return handle;
    }

    /** Logs a new user in. */
    protected final Login login() {
        return login(register());
    }

    protected final Login login(String handle) {
        return login(handle, Map.of("name", "Phone", "platform", "android"));
    }

    /** Logs in again on an earlier device. */
    protected final Login login(String handle, UUID again) {
        return login(handle, Map.of("name", "Phone", "platform", "android", "id", again));
    }

    private Login login(String handle, Map<String, ?> device) {
        return postLogin(handle, PASSWORD, device)
                .expectStatus()
                .isCreated()
                .expectBody(Login.class)
                .returnResult()
                .getResponseBody();
    }

    protected final ResponseSpec postLogin(String handle, String password, Map<String, ?> device) {
        return http().post()
                .uri("/v1/sessions")
                .bodyValue(Map.of("handle", handle, "password", password, "device", device))
                .exchange();
    }

    protected static void expectProblem(ResponseSpec response, HttpStatus status, String code) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.retryable")
                .isEqualTo(status == HttpStatus.SERVICE_UNAVAILABLE)
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).isNotBlank());
    }
}
