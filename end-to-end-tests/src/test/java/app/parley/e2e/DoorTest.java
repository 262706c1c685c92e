package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Session;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through the gateway and must not, and what the gateway shows to everybody. */
@ExtendWith(Suite.class)
class DoorTest {

    private final PublicApi api;
    private Account alice;
    private Session phone;

    DoorTest(Suite.Running suite) {
        this.api = suite.api();
    }

    @BeforeEach
    void account() {
        alice = api.register("alice");
        phone = api.login(alice);
    }

    @Test
    void healthNamesEveryPart() {
        var health = api.call("GET", "/health", null, null);

        assertThat(health.status()).as(health.body()).isEqualTo(200);
        assertThat(health.body()).contains("profile", "presence", "chat", "offline-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/v3/api-docs/profile", "/v3/api-docs/presence", "/v3/api-docs/chat"})
    void pagesForPeopleAndIntegrators(String path) {
        assertThat(api.call("GET", path, null, null).status()).isIn(200, 302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/shards",
                "/actuator/health",
                "/actuator/prometheus",
                "/v1/internal/v1/shards",
                "/v1/accounts/%2e%2e/%2e%2e/internal/v1/shards",
                "//internal/v1/shards",
                "/%69nternal/v1/shards"
            })
    void nothingInternalIsReachable(String path) {
        var answer = api.call("GET", path, phone.accessToken(), null);

        assertThat(answer.status()).as(answer.body()).isIn(400, 401, 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":                                                     | malformed_json",
                "\"text\"                                                       | malformed_json",
                "{\"type\": \"dance\"}                                          | unknown_frame",
                "{\"type\": \"ack\", \"seq\": 1}                                | invalid_field",
                "{\"type\": \"send\", \"id\": \"x\", \"to\": {}, \"content\": {}} | invalid_field",
                "{\"type\": \"ack\", \"conversation\": \"00000000-0000-8000-8000-000000000000\", \"seq\": 1} | unknown_conversation"
            })
    void aBadFrameIsAnsweredAndTheConnectionLivesOn(String frame, String code) {
        try (Device device = Device.connect(api, phone)) {
            device.writeText(frame);
            device.awaitFrame("error", error -> error.get("code").asString().equals(code));

            device.write(Map.of("type", "ping"));
            device.awaitFrame("pong");
        }
    }

    @Test
    void sequenceNumbersOutOfRangeAreRefused() {
        Account bob = api.register("bob");
        try (Device device = Device.connect(api, phone)) {
            UUID conversation = device.send(bob.id(), "one").conversation();
            device.ack(conversation, -1);
            device.awaitFrame(
                    "error",
                    error -> error.get("code").asString().equals("invalid_field")
                            || error.get("code").asString().equals("seq_out_of_range"));
            device.ack(conversation, 1_000);
            device.awaitFrame("error", error -> error.get("code").asString().equals("seq_out_of_range"));
            assertThat(device.send(bob.id(), "two").seq()).isEqualTo(2);
        }
    }

    @Test
    void aTextOverTheLimitAndAnUnknownUserAreRefused() {
        Account bob = api.register("bob");
        try (Device device = Device.connect(api, phone)) {
            int limit =
                    device.awaitFrame("welcome").at("/limits/textCharacters").asInt();

            assertThat(code(device, bob.id(), "x".repeat(limit + 1))).isEqualTo("text_too_long");
            assertThat(code(device, UUID.randomUUID(), "anybody there?")).isEqualTo("unknown_user");
            assertThat(device.send(bob.id(), "x".repeat(limit)).seq()).isEqualTo(1);
        }
    }

    @Test
    void aFrameOverTheLimitClosesTheConnection() {
        try (Device device = Device.connect(api, phone)) {
            int limit = device.awaitFrame("welcome").at("/limits/frameBytes").asInt();
            device.writeText(" ".repeat(limit + 1_000));

            assertThat(device.closed()).succeedsWithin(Device.PATIENCE).isEqualTo(1009);
        }
    }

    @Test
    void aBurstLosesNothing() {
        Account bob = api.register("bob");
        try (Device a = Device.connect(api, phone);
                Device b = Device.connect(api, api.login(bob))) {
            var answers = IntStream.range(0, 3_000)
                    .mapToObj(i ->
                            a.sending(UUID.randomUUID(), Map.of("user", bob.id().toString()), Integer.toString(i)))
                    .toList();
            long accepted = answers.stream().filter(DoorTest::wasAccepted).count();

            assertThat(accepted).isPositive();
            UUID conversation = b.logs().keySet().iterator().next();
            b.awaitMessages(conversation, accepted);
            assertThat(b.log(conversation).messages()).hasSize((int) accepted);
        }
    }

    @Test
    void badTokensAreRefused() {
        assertThat(api.call("GET", "/v1/me", null, null).code()).isEqualTo("unauthenticated");
        assertThat(api.call("GET", "/v1/me", "no.real.token", null).code()).isEqualTo("token_invalid");
        Device device = Device.open(api, phone);
        device.write(Map.of("type", "auth", "token", "no.real.token"));
        device.awaitFrame("error", error -> error.get("code").asString().equals("token_invalid"));
        assertThat(device.closed()).succeedsWithin(Device.PATIENCE).isEqualTo(4500);
    }

    @Test
    void aReaderThatStandsStillDisturbsNobody() {
        Account bob = api.register("bob");
        Account carol = api.register("carol");
        try (Device a = Device.connect(api, phone);
                Device c = Device.connect(api, api.login(carol))) {
            Session deaf = api.login(bob);
            WebSocket silent = Deaf.connect(api, deaf);
            String long_text = "x".repeat(8_000);
            UUID conversation = null;
            for (int i = 0; i < 400; i++) {
                conversation = a.send(bob.id(), long_text).conversation();
            }
            UUID other = a.send(carol.id(), "you hear me?").conversation();
            c.awaitMessages(other, 1);

            silent.abort();
            try (Device b = Device.connect(api, deaf)) {
                b.awaitMessages(conversation, 400);
            }
        }
    }

    private static boolean wasAccepted(java.util.concurrent.CompletableFuture<Device.Accepted> answer) {
        try {
            return Device.result(answer).seq() > 0;
        } catch (Device.Refused refused) {
            assertThat(refused.error.get("code").asString()).isEqualTo("rate_limited");
            return false;
        }
    }

    private static String code(Device device, UUID user, String text) {
        try {
            return "accepted " + device.send(user, text).seq();
        } catch (Device.Refused refused) {
            return refused.error.get("code").asString();
        }
    }
}
