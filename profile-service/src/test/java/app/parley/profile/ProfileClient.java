package app.parley.profile;

import app.parley.profile.api.ProfileApi;
import app.parley.service.port.InternalPort;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The service's two ports, as an app and as another service would use them. */
@TestComponent
public class ProfileClient {

    static final String CREDENTIAL = "a credential of the tests";
    public static final String PASSWORD = "correct horse battery";

    private final Environment environment;
    private final InternalPort internalPort;
    private final TestTokens tokens;

    ProfileClient(Environment environment, InternalPort internalPort, TestTokens tokens) {
        this.environment = environment;
        this.internalPort = internalPort;
        this.tokens = tokens;
    }

    /** Somebody with an account and a session. */
    public record Person(UUID id, String handle) {}

    /** The public port, without a token. */
    public RestTestClient anybody() {
        return client(environment.getRequiredProperty("local.server.port", Integer.class))
                .build();
    }

    /** The public port, with a person's token. */
    public RestTestClient as(Person person) {
        return withToken(tokens.issue(person.id()));
    }

    /** The public port, with some token. */
    public RestTestClient withToken(String token) {
        return anybody()
                .mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }

    /** The internal port, with the service credential. */
    public RestTestClient internal() {
        return client(internalPort.number())
                .defaultHeader("Parley-Service-Credential", CREDENTIAL)
                .build();
    }

    /** The internal API through the client that other services use. */
    public ProfileApi api() {
        WebClient http = WebClient.builder()
                .clientConnector(new JdkClientHttpConnector())
                .baseUrl("http://localhost:" + internalPort.number())
                .defaultHeader("Parley-Service-Credential", CREDENTIAL)
                .build();
        return HttpServiceProxyFactory.builderFor(WebClientAdapter.create(http))
                .build()
                .createClient(ProfileApi.class);
    }

    /** A handle that nobody has. */
    public static String freeHandle(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Registers somebody new. */
    public Person register(String name) {
        String handle = freeHandle(name);
        var account = register(handle, PASSWORD, name)
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return new Person(UUID.fromString((String) account.get("id")), handle);
    }

    public ResponseSpec register(String handle, String password, String displayName) {
        return post("/v1/accounts", Map.of("handle", handle, "password", password, "displayName", displayName));
    }

    /** Posts a body, or text that is none, to the public port. */
    public ResponseSpec post(String path, Object body) {
        return anybody()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Expects an error with its stable code, as every client can count on it. */
    public static void expectProblem(ResponseSpec answer, HttpStatus status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.retryable")
                .isEqualTo(status == HttpStatus.SERVICE_UNAVAILABLE)
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    /** Expects that exactly this field is refused. */
    public static void expectInvalid(ResponseSpec answer, String field) {
        answer.expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid_field")
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private static RestTestClient.Builder<?> client(int port) {
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port);
    }
}
