package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Answer;
import app.parley.e2e.PublicApi.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A phone number through the gateway: proved, logged in with on another device, and found by who knows it. */
@ExtendWith(Suite.class)
class PhoneTest {

    private static final Map<String, String> DEVICE = Map.of("name", "second", "platform", "java");

    private final PublicApi api;
    private final CodeReceiver codes;

    PhoneTest(Suite.Running suite) {
        this.api = suite.api();
        this.codes = suite.codes();
    }

    @Test
    void aNumberIsProvedLoggedInWithAndFoundUntilItsOwnerDoesNotWantThat() {
        Account alice = api.register("alice");
        Session phone = api.login(alice);
        Session bobs = api.login(api.register("bob"));
        String number = "+4917%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));

        prove(phone, number);
        Session desktop = logInByCode(number);
        assertThat(desktop.user()).isEqualTo(alice.id());
        assertThat(desktop.device()).isNotEqualTo(phone.device());

        assertThat(found(bobs, number)).containsExactly(alice.id().toString());
        assertThat(call("POST", "/v1/contacts", bobs, Map.of("phone", number))
                        .json()
                        .path("user")
                        .asString())
                .isEqualTo(alice.id().toString());

        assertThat(call("PATCH", "/v1/me/addresses/phone", desktop, Map.of("discoverable", false))
                        .status())
                .isEqualTo(200);
        assertThat(found(bobs, number)).isEmpty();
        assertThat(call("POST", "/v1/contacts", bobs, Map.of("phone", number)).code())
                .isEqualTo("unknown_user");
    }

    @Test
    void aNumberOfNobodyIsAcceptedAndOpensNothing() {
        String number = "+4917%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));

        Answer asked = api.call("POST", "/v1/sessions/codes", null, Map.of("phone", number));
        Answer tried =
                api.call("POST", "/v1/sessions", null, Map.of("phone", number, "code", "000000", "device", DEVICE));

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(tried.status()).isEqualTo(401);
        assertThat(tried.code()).isEqualTo("invalid_code");
        Answer again = api.call("POST", "/v1/sessions/codes", null, Map.of("phone", number));
        assertThat(again.status()).isEqualTo(429);
        assertThat(again.code()).isEqualTo("too_many_codes");
    }

    private void prove(Session session, String number) {
        assertThat(call("POST", "/v1/me/addresses", session, Map.of("phone", number))
                        .status())
                .isEqualTo(202);
        String code = Objects.requireNonNull(codes.last(number, "verify"));
        Answer proved = call("POST", "/v1/me/addresses/verification", session, Map.of("phone", number, "code", code));
        assertThat(proved.status()).as(proved.body()).isEqualTo(200);
        assertThat(proved.json().at("/phone/address").asString()).isEqualTo(number);
    }

    private Session logInByCode(String number) {
        assertThat(api.call("POST", "/v1/sessions/codes", null, Map.of("phone", number))
                        .status())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> codes.last(number, "sign_in") != null);
        String code = Objects.requireNonNull(codes.last(number, "sign_in"));
        Answer login = api.call("POST", "/v1/sessions", null, Map.of("phone", number, "code", code, "device", DEVICE));
        assertThat(login.status()).as(login.body()).isEqualTo(201);
        return PublicApi.session(login.json());
    }

    private List<String> found(Session session, String number) {
        JsonNode terms = api.get("/v1/contacts/lookup", session).json();
        String hash = hash(terms.get("salt").asString() + number);
        Answer answer = call("POST", "/v1/contacts/lookup", session, Map.of("hashes", List.of(hash)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("found").findValuesAsString("user");
    }

    private Answer call(String method, String path, Session session, Object body) {
        return api.call(method, path, session.accessToken(), body);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
