package app.parley.service;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.service.port.InternalPort;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.AccessTokens;
import app.parley.service.token.Caller;
import app.parley.service.token.TokenSettings;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every service answers, whichever web stack it is made of. */
@TestPropertySource(
        properties = {
            "spring.config.import=classpath:parley-service.yml",
            "spring.application.name=sample",
            "parley.service.internal-port=0",
            "parley.service.credential=0123456789abcdef",
            "parley.service.open-paths[0]=GET /v1/open/**",
            "parley.service.open-paths[1]=POST /v1/open/**"
        })
abstract class ServiceContract {

    private static final ECKey KEY = key();
    private static final JsonMapper json = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int publicPort;

    @Autowired
    InternalPort internalPort;

    @Test
    void anOpenPathNeedsNoToken() throws Exception {
        assertThat(get("/v1/open/hello").body()).isEqualTo("hello");
    }

    @Test
    void theCallerIsReadFromTheToken() throws Exception {
        var caller = new Caller(UUID.randomUUID(), UUID.randomUUID());

        var response = get("/v1/caller", token(caller, Instant.now().plusSeconds(60)));

        assertThat(json.readValue(response.body(), Caller.class)).isEqualTo(caller);
    }

    @Test
    void aRequestWithoutATokenIsUnauthenticated() throws Exception {
        assertProblem(get("/v1/caller"), 401, "unauthenticated", false);
    }

    @Test
    void anExpiredTokenHasItsOwnCode() throws Exception {
        var caller = new Caller(UUID.randomUUID(), UUID.randomUUID());

        assertProblem(get("/v1/caller", token(caller, Instant.now().minusSeconds(60))), 401, "token_expired", false);
    }

    @Test
    void aForeignOrDamagedTokenIsInvalid() throws Exception {
        var caller = new Caller(UUID.randomUUID(), UUID.randomUUID());
        var foreign = token(key(), caller, Instant.now().plusSeconds(60));

        assertProblem(get("/v1/caller", foreign), 401, "token_invalid", false);
        assertProblem(get("/v1/caller", "no.token"), 401, "token_invalid", false);
    }

    @Test
    void aThrownProblemIsRenderedWithItsCode() throws Exception {
        assertProblem(get("/v1/open/problem"), 409, "handle_taken", false);
    }

    @Test
    void whoComesTooOftenHearsWhenToComeBack() throws Exception {
        var response = get("/v1/open/often");

        assertProblem(response, 429, "too_often", true);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("3");
    }

    @Test
    void aStoreThatDoesNotAnswerIsRetryable() throws Exception {
        assertProblem(get("/v1/open/store"), 503, "unavailable", true);
    }

    @Test
    void anUnexpectedErrorDoesNotLeak() throws Exception {
        var response = get("/v1/open/bug");

        assertProblem(response, 500, "internal", false);
        assertThat(response.body()).doesNotContain("secret detail");
    }

    @Test
    void aWrongFieldIsNamed() throws Exception {
        var response = post("/v1/open/name", "{\"name\": \"far too long a name\"}");

        assertProblem(response, 422, "invalid_field", false);
        assertThat(json.readTree(response.body()).at("/errors/0/field").asString())
                .isEqualTo("name");
    }

    @Test
    void aParameterOfAnotherTypeIsNamed() throws Exception {
        assertProblem(get("/v1/open/id/abc"), 422, "invalid_field", false);
    }

    @Test
    void aBodyThatIsNotJsonIsMalformed() throws Exception {
        assertProblem(post("/v1/open/name", "{\"name\": "), 400, "malformed_json", false);
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        assertProblem(get("/nothing"), 404, "not_found", false);
        assertProblem(get("/v1/open/nothing"), 404, "not_found", false);
    }

    @Test
    void internalPathsAreHiddenOnThePublicPort() throws Exception {
        assertProblem(send(publicPort, "/internal/v1/hello", "0123456789abcdef"), 404, "not_found", false);
        assertProblem(get("/actuator/health"), 404, "not_found", false);
        assertThat(get("/%69nternal/v1/hello").statusCode()).isIn(400, 404);
        assertThat(get("/v1/../internal/v1/hello").statusCode()).isIn(400, 404);
        assertThat(get("//internal/v1/hello").statusCode()).isIn(400, 404);
        assertThat(get("/internal;a=b/v1/hello").statusCode()).isIn(400, 404);
    }

    @Test
    void theInternalPortServesInternalPathsOnly() throws Exception {
        int port = internalPort.number();

        assertThat(send(port, "/internal/v1/hello", "0123456789abcdef").body()).isEqualTo("internal hello");
        assertProblem(send(port, "/internal/v1/hello", "wrong"), 401, "unauthenticated", false);
        assertProblem(send(port, "/internal/v1/hello", ""), 401, "unauthenticated", false);
        assertProblem(send(port, "/v1/open/hello", "0123456789abcdef"), 404, "not_found", false);
        assertThat(send(port, "/actuator/health/readiness", "").statusCode()).isEqualTo(200);
        assertThat(send(port, "/actuator/prometheus", "").body()).contains("application=\"sample\"");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(publicPort, path, "");
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(
                request(publicPort, path)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(publicPort, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(int port, String path, String credential) throws IOException, InterruptedException {
        return http.send(
                request(port, path)
                        .header("Parley-Service-Credential", credential)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code, boolean retryable) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = json.readTree(response.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("retryable").asBoolean()).isEqualTo(retryable);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(Caller caller, Instant expiry) throws Exception {
        return token(KEY, caller, expiry);
    }

    private static String token(ECKey key, Caller caller, Instant expiry) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer(TokenSettings.ISSUER)
                .subject(caller.user().toString())
                .claim("device", caller.device().toString())
                .expirationTime(Date.from(expiry))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class SampleService {

        @Bean
        SampleController sampleController() {
            return new SampleController();
        }

        @Bean
        JwtDecoder jwtDecoder() throws Exception {
            var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(KEY)))
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            decoder.setJwtValidator(
                    AccessTokens.validator(new TokenSettings(List.of(), Duration.ofSeconds(5), 0), Clock.systemUTC()));
            return decoder;
        }

        @Bean
        ReactiveJwtDecoder reactiveJwtDecoder(JwtDecoder decoder) {
            return token -> Mono.fromCallable(() -> decoder.decode(token));
        }
    }

    @RestController
    @Validated
    static class SampleController {

        record Name(@Size(max = 5) String name) {}

        @GetMapping("/v1/open/hello")
        String hello() {
            return "hello";
        }

        @GetMapping("/v1/open/thread")
        Mono<String> thread() {
            return Mono.fromSupplier(() -> Thread.currentThread().getName());
        }

        @GetMapping("/v1/open/problem")
        String problem() {
            throw new ProblemException(HttpStatus.CONFLICT, "handle_taken", "This handle is taken.");
        }

        @GetMapping("/v1/open/often")
        String often() {
            throw ProblemException.tooOften("too_often", "Not so often.", Duration.ofMillis(2001));
        }

        @GetMapping("/v1/open/store")
        String store() {
            throw new TransientDataAccessResourceException("no answer");
        }

        @GetMapping("/v1/open/bug")
        String bug() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/v1/open/id/{id}")
        String id(@PathVariable UUID id) {
            return id.toString();
        }

        @PostMapping("/v1/open/name")
        String name(@RequestBody @Validated Name name) {
            return name.name();
        }

        @GetMapping("/v1/caller")
        Caller caller(@AuthenticationPrincipal Caller caller) {
            return caller;
        }

        @GetMapping("/internal/v1/hello")
        String internal() {
            return "internal hello";
        }
    }
}
