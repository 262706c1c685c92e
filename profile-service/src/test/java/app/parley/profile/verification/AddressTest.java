package app.parley.profile.verification;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.CodeReceiver;
import app.parley.profile.MovableClock;
import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Two people, addresses that nobody has, and the codes that are sent there. */
abstract class AddressTest extends ProfileServiceTest {

    @Autowired
    CodeReceiver receiver;

    @Autowired
    MovableClock clock;

    Person ada;
    Person grace;

    @BeforeEach
    void twoPeople() {
        ada = client.register("ada");
        grace = client.register("grace");
    }

    static String freePhone() {
        return "+49151%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    static String freeEmail() {
        return UUID.randomUUID() + "@example.org";
    }

    ResponseSpec ask(Person person, Object address) {
        return send(person, HttpMethod.POST, "", address);
    }

    ResponseSpec prove(Person person, String kind, String address, String code) {
        return send(person, HttpMethod.POST, "/verification", Map.of(kind, address, "code", code));
    }

    /** Asks for a code and shows it; afterwards the next one may be asked for. */
    void own(Person person, String kind, String address) {
        String code = code(person, kind, address);
        prove(person, kind, address, code).expectStatus().isOk();
    }

    /** A new code to an address; afterwards the next one may be asked for. */
    String code(Person person, String kind, String address) {
        ask(person, Map.of(kind, address)).expectStatus().isAccepted();
        clock.advance(Duration.ofMinutes(1));
        return receiver.lastCode(address);
    }

    ResponseSpec send(Person person, HttpMethod method, String path, Object body) {
        return client.as(person)
                .method(method)
                .uri("/v1/me/addresses" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    Map<?, ?> addresses(Person person) {
        return client.as(person)
                .get()
                .uri("/v1/me/addresses")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    Object address(Person person, String kind) {
        return addresses(person).get(kind) instanceof Map<?, ?> owned ? owned.get("address") : null;
    }

    static void expectTooMany(ResponseSpec answer, long least, long most) {
        answer.expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Long.parseLong(seconds)).isBetween(least, most))
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too_many_codes")
                .jsonPath("$.retryable")
                .isEqualTo(true);
    }

    /** A code that is not this one. */
    static String another(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
