package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Session;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stays of a message, looked for in every table. */
@ExtendWith(Suite.class)
class RetentionTest {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final Suite.Running suite;
    private final PublicApi api;

    RetentionTest(Suite.Running suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @Test
    void anAcceptedMessageIsWipedAndAnAwayPersonKeepsOnlyTheirOwn() {
        Account alice = api.register("alice");
        Account bob = api.register("bob");
        Account carol = api.register("carol");
        Session carolsPhone = api.login(carol);
        String forBob = "for-bob-" + UUID.randomUUID();
        String forCarol = "for-carol-" + UUID.randomUUID();
        try (Tables tables = new Tables(suite.stack());
                Device a = Device.connect(api, api.login(alice));
                Device b = Device.connect(api, api.login(bob))) {
            a.send(carol.id(), forCarol);
            UUID conversation = a.send(bob.id(), forBob).conversation();
            assertThat(tables.holding(forBob)).as("accepted means stored").isNotEmpty();
            b.awaitMessages(conversation, 1);

            await("wiped").atMost(A_MINUTE).until(() -> tables.holding(forBob).isEmpty());
            assertThat(tables.holding(forCarol)).as("Carol is away").isNotEmpty();

            try (Device c = Device.connect(api, carolsPhone)) {
                c.awaitFrame(
                        "message",
                        message -> message.at("/content/text").asString().equals(forCarol));
                await("wiped, too")
                        .atMost(A_MINUTE)
                        .until(() -> tables.holding(forCarol).isEmpty());
            }
        }
    }

    @Test
    void anArchivedConversationKeepsItsLog() {
        Account alice = api.register("alice");
        Account bob = api.register("bob");
        Session alicesPhone = api.login(alice);
        String text = "keep-" + UUID.randomUUID();
        try (Tables tables = new Tables(suite.stack());
                Device a = Device.connect(api, alicesPhone);
                Device b = Device.connect(api, api.login(bob))) {
            UUID conversation =
                    a.send(bob.id(), "the first makes the conversation").conversation();
            var answer = api.call(
                    "PUT",
                    "/v1/conversations/" + conversation + "/retention",
                    alicesPhone.accessToken(),
                    Map.of("retention", "archive"));
            assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
            await("the policy arrives at the hot path")
                    .atMost(A_MINUTE)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        long seq = a.send(bob.id(), text).seq();
                        b.awaitMessages(conversation, seq);
                        return tables.logged(conversation).size() > 1;
                    });

            var history = api.get("/v1/conversations/" + conversation + "/messages?limit=50", alicesPhone);
            assertThat(history.status()).as(history.body()).isEqualTo(200);
            assertThat(history.body()).contains(text);
        }
    }
}
