package app.parley.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.cli.conversation.Notebook;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.frame.Content;
import app.parley.cli.home.Home;
import app.parley.cli.server.FakeParley;
import app.parley.cli.server.Line;
import app.parley.cli.session.ParleyApi;
import app.parley.cli.session.Session;
import app.parley.cli.session.SignIn;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The client's side of the protocol, against a server that does what the test tells it to. */
@Timeout(60)
class ParleyClientTest {

    private static final ParleyClient.Timing QUICK =
            new ParleyClient.Timing(Duration.ofMillis(20), Duration.ofMillis(200));

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeParley server = new FakeParley();
    private final UUID bob = server.account("bob", "bobs password");
    private final UUID conversation = UUID.randomUUID();
    private UUID alice;
    private RecordingListener seen;
    private Home home;
    private ParleyClient client;

    @BeforeEach
    void aliceConnects() throws IOException {
        alice = server.account("alice", "alices password");
        start();
    }

    private void start() throws IOException {
        home = Home.open(folder, server.uri(), "alice");
        Session session = new SignIn(new ParleyApi(http, server.uri()), home, new Nobody(), "test")
                .signIn("alice", "alices password");
        seen = new RecordingListener();
        client = new ParleyClient(http, server.uri(), session, Notebook.open(home), seen, QUICK);
        client.start();
    }

    private void stop() throws IOException {
        client.close();
        home.close();
    }

    @AfterEach
    void close() throws IOException {
        stop();
        server.close();
        http.shutdownNow();
    }

    private record Nobody() implements SignIn.Questions {
        @Override
        public Optional<String> password(String prompt) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(String question) {
            return false;
        }
    }

    /** The JDK's client may miss that a connection broke while it still took in the first message. */
    private void awaitOnline() {
        await().until(() -> seen.states.getLast() instanceof ConnectionState.Online);
    }

    @Test
    void aMessageIsSentAcceptedDeliveredAndRead() {
        Line line = server.greeted();
        Outgoing outgoing = client.send(Recipient.user(bob), "hello");

        JsonNode send = line.expect("send");
        assertThat(Line.id(send)).isEqualTo(outgoing.id());
        assertThat(outgoing.id().version()).isEqualTo(7);
        assertThat(send.at("/to/user").asString()).isEqualTo(bob.toString());
        assertThat(Line.text(send)).isEqualTo("hello");

        line.accepted(outgoing.id(), conversation, 1);
        line.receipt(conversation, bob, 1, 0);
        line.receipt(conversation, bob, 1, 1);

        await().untilAsserted(() -> assertThat(seen.receipts).containsExactly(new Standing(1, 0), new Standing(1, 1)));
        assertThat(seen.accepted.getFirst().seq()).isEqualTo(1);
    }

    @Test
    void aSendWithoutAnAnswerIsSentAgainWithTheSameIdOnTheNextConnection() {
        Line first = server.greeted();
        Outgoing outgoing = client.send(Recipient.user(bob), "hello");
        first.expect("send");
        first.drop();

        Line second = server.greeted();
        assertThat(Line.id(second.expect("send"))).isEqualTo(outgoing.id());
        second.accepted(outgoing.id(), conversation, 1);

        await().untilAsserted(() -> assertThat(seen.accepted).hasSize(1));
    }

    @Test
    void whatIsWrittenWhileThereIsNoConnectionIsSentInOrderWhenThereIsOne() {
        Line first = server.greeted();
        server.answerUpgradesWith(503);
        awaitOnline();
        first.drop();
        await().until(() -> seen.states.getLast() instanceof ConnectionState.Waiting);
        List<Outgoing> written = List.of(
                client.send(Recipient.user(bob), "one"),
                client.send(Recipient.user(bob), "two"),
                client.send(Recipient.user(bob), "three"));
        server.answerUpgradesWith(101);

        Line second = server.greeted();
        for (int i = 0; i < written.size(); i++) {
            JsonNode send = second.expect("send");
            assertThat(Line.id(send)).isEqualTo(written.get(i).id());
            second.accepted(Line.id(send), conversation, i + 1);
        }
        await().untilAsserted(() -> assertThat(seen.accepted).hasSize(3));
    }

    @Test
    void theNextMessageWaitsUntilTheOneBeforeHasItsAnswer() {
        Line line = server.greeted();
        Outgoing one = client.send(Recipient.user(bob), "one");
        Outgoing two = client.send(Recipient.user(bob), "two");

        line.expect("send");
        line.error("unavailable", true, one.id());
        assertThat(Line.id(line.expect("send"))).isEqualTo(one.id());
        line.accepted(one.id(), conversation, 1);
        assertThat(Line.id(line.expect("send"))).isEqualTo(two.id());
    }

    @Test
    void aMessageThatIsRefusedForGoodIsGivenUpAndTheNextOneGoesOut() {
        Line line = server.greeted();
        Outgoing one = client.send(Recipient.user(bob), "one");
        Outgoing two = client.send(Recipient.user(bob), "two");

        line.expect("send");
        line.error("unknown_user", false, one.id());

        assertThat(Line.id(line.expect("send"))).isEqualTo(two.id());
        await().untilAsserted(() -> assertThat(seen.refused).containsExactly("one"));
    }

    @Test
    void aMessageThatWasTooLargeForTheServerIsNotSentAgain() {
        Line first = server.greeted();
        client.send(Recipient.user(bob), "huge");
        first.expect("send");
        first.close(1009);

        Line second = server.greeted();
        Outgoing next = client.send(Recipient.user(bob), "next");
        assertThat(Line.id(second.expect("send"))).isEqualTo(next.id());
        assertThat(seen.refused).containsExactly("huge");
    }

    @Test
    void messagesAreShownOnceInOrderAndAcknowledgedTogether() {
        Line line = server.greeted();
        LongStream.rangeClosed(1, 300).forEach(seq -> line.message(conversation, seq, bob, "message " + seq));
        line.synced();

        line.expect("ack", ack -> ack.path("seq").asLong() == 300);
        await().untilAsserted(() -> assertThat(seen.synced).containsExactly(300));
        assertThat(seen.texts())
                .isEqualTo(LongStream.rangeClosed(1, 300)
                        .mapToObj(seq -> "message " + seq)
                        .toList());
    }

    @Test
    void aBatchOfFramesInOneWebSocketMessageIsTakenApart() {
        Line line = server.greeted();
        line.say("[" + Line.messageJson(conversation, 1, UUID.randomUUID(), bob, "one") + ","
                + Line.messageJson(conversation, 2, UUID.randomUUID(), bob, "two") + ", {\"type\": \"synced\"}]");

        await().untilAsserted(() -> assertThat(seen.texts()).containsExactly("one", "two"));
    }

    @Test
    void aMessageThatComesTwiceIsShownOnceAndAcknowledgedAgain() {
        Line line = server.greeted();
        line.message(conversation, 1, bob, "once");
        line.expect("ack");
        line.message(conversation, 1, bob, "once");
        line.expect("ack", ack -> ack.path("seq").asLong() == 1);

        assertThat(seen.texts()).containsExactly("once");
    }

    @Test
    void theLastAcknowledgementIsSaidAgainOnTheNextConnection() {
        Line first = server.greeted();
        first.message(conversation, 1, bob, "hello");
        await().until(() -> !seen.messages.isEmpty());
        client.read(conversation, 1);
        first.expect("read");
        first.drop();

        Line second = server.greeted();
        assertThat(second.expect("ack").path("seq").asLong()).isEqualTo(1);
        assertThat(second.expect("read").path("seq").asLong()).isEqualTo(1);
    }

    @Test
    void aGapIsAskedForAndFilledBeforeWhatFollowsIsShown() {
        Line line = server.greeted();
        line.message(conversation, 1, bob, "one");
        line.message(conversation, 4, bob, "four");

        JsonNode pull = line.expect("pull");
        assertThat(pull.path("after").asLong()).isEqualTo(1);
        assertThat(seen.texts()).containsExactly("one");
        line.message(conversation, 2, bob, "two");
        line.message(conversation, 3, bob, "three");
        line.message(conversation, 4, bob, "four");
        line.pulled(Line.id(pull), conversation, 4);

        await().untilAsserted(() -> assertThat(seen.texts()).containsExactly("one", "two", "three", "four"));
        line.expect("ack", ack -> ack.path("seq").asLong() == 4);
    }

    @Test
    void whatIsNotToBeHadAnyMoreIsPassedOver() {
        Line line = server.greeted();
        line.message(conversation, 1, bob, "one");
        line.message(conversation, 4, bob, "four");
        JsonNode pull = line.expect("pull");
        line.pulled(Line.id(pull), conversation, 4);

        await().untilAsserted(() -> assertThat(seen.texts()).containsExactly("one", "four"));
    }

    @Test
    void ownPlacesAreNoGapsAndCountInTheAcknowledgement() {
        Line line = server.greeted();
        line.message(conversation, 1, bob, "one");
        line.expect("ack");
        Outgoing own = client.send(Recipient.user(bob), "two");
        line.expect("send");
        line.message(conversation, 3, bob, "three");
        line.accepted(own.id(), conversation, 2);

        line.expect("ack", ack -> ack.path("seq").asLong() == 3);
        assertThat(seen.texts()).containsExactly("one", "three");
        assertThat(line.hasSaid("pull")).isFalse();
    }

    @Test
    void aMessageThatCrossesTheFirstSendOfAConversationIsNotLost() {
        Line line = server.greeted();
        Outgoing own = client.send(Recipient.user(bob), "mine");
        line.expect("send");
        line.accepted(own.id(), conversation, 2);
        line.message(conversation, 1, bob, "theirs");

        await().untilAsserted(() -> assertThat(seen.texts()).containsExactly("theirs"));
        line.expect("ack", ack -> ack.path("seq").asLong() == 2);
    }

    @Test
    void afterReconnectingItAsksHowFarUntickedMessagesHaveCome() {
        Line first = server.greeted();
        Outgoing own = client.send(Recipient.user(bob), "hello");
        first.expect("send");
        first.accepted(own.id(), conversation, 1);
        await().until(() -> !seen.accepted.isEmpty());
        first.drop();

        Line second = server.greeted();
        JsonNode pull = second.expect("pull");
        assertThat(pull.path("limit").asInt()).isZero();
        assertThat(pull.path("conversation").asString()).isEqualTo(conversation.toString());
        second.receipt(conversation, bob, 1, 1);
        second.pulled(Line.id(pull), conversation, 1);
        await().untilAsserted(() -> assertThat(seen.receipts).containsExactly(new Standing(1, 1)));
    }

    @Test
    void theNextRunOfTheSameDeviceKnowsWhatWasShownAndSendsWhatWasNotSent() throws IOException {
        Line first = server.greeted();
        first.message(conversation, 1, bob, "old");
        first.expect("ack");
        Outgoing unsent = client.send(Recipient.user(bob), "kept");
        first.expect("send");
        stop();
        start();

        Line second = server.greeted();
        assertThat(Line.id(second.expect("send"))).isEqualTo(unsent.id());
        second.message(conversation, 1, bob, "old");
        second.message(conversation, 2, bob, "new");
        second.synced();
        await().untilAsserted(() -> assertThat(seen.texts()).containsExactly("new"));
    }

    @Test
    void itComesBackWhenTheGoodbyeSaidTo() {
        Line first = server.greeted();
        first.say("{\"type\": \"bye\", \"reason\": \"stopping\", \"reconnectAfterMs\": 700}");
        Instant before = Instant.now();
        first.close(1001);

        server.greeted();
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    @Test
    void anExpiredTokenIsRenewedBeforeComingBack() {
        Line first = server.greeted();
        first.close(4501);

        server.greeted();
        assertThat(server.refreshes()).isEqualTo(1);
        assertThat(server.upgradeTokens()).doesNotHaveDuplicates();
    }

    @Test
    void aTokenThatIsRefusedAtTheUpgradeIsRenewed() {
        Line first = server.greeted();
        server.refuseNextUpgradeWith(401);
        awaitOnline();
        first.drop();

        server.greeted();
        assertThat(server.refreshes()).isEqualTo(1);
    }

    @Test
    void aSessionWhoseTokensAreAlwaysRefusedEndsIt() {
        Line first = server.greeted();
        server.answerUpgradesWith(401);
        awaitOnline();
        first.drop();

        await().until(() -> seen.states.getLast() instanceof ConnectionState.Ended);
    }

    @ParameterizedTest
    @CsvSource({"4502, LOGGED_OUT", "4503, REPLACED", "4504, FAILED", "4599, FAILED"})
    void aFinalCloseCodeEndsIt(int code, Outcome expected) {
        server.greeted().close(code);

        await().until(() -> seen.states.getLast() instanceof ConnectionState.Ended);
        assertThat(seen.states.getLast())
                .isInstanceOfSatisfying(
                        ConnectionState.Ended.class,
                        ended -> assertThat(ended.outcome()).isEqualTo(expected));
        assertThat(server.upgradeTokens()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1001", "1011", "4000", "4001", "4002"})
    void anyOtherCloseCodeBringsItBack(int code) {
        server.greeted().close(code);

        server.greeted();
    }

    @Test
    void aSessionThatWasRevokedMeanwhileEndsIt() {
        Line first = server.greeted();
        server.revokeAll();
        first.close(4501);

        await().until(() -> seen.states.getLast() instanceof ConnectionState.Ended);
    }

    @Test
    void aServerThatHasGoneSilentIsAskedAndThenLeft() {
        Line first = server.next();
        first.welcome(1);

        first.expect("ping");
        first.awaitLost();
        server.greeted();
    }

    @Test
    void aServerThatAnswersPingsIsNotLeft() {
        Line line = server.next();
        line.welcome(1);
        for (int i = 0; i < 3; i++) {
            line.expect("ping");
            line.say("{\"type\": \"pong\"}");
        }
        assertThat(seen.states).noneMatch(ConnectionState.Waiting.class::isInstance);
    }

    @Test
    void whatIsNotUnderstoodIsPassedOver() {
        Line line = server.greeted();
        line.say("{\"type\": \"hologram\", \"depth\": 3}");
        line.say("""
                {"type": "message", "conversation": "%s", "seq": 1, "id": "%s", "from": "%s", "device": "%s",
                 "at": "2026-01-01T00:00:00Z", "new": true, "content": {"type": "poll", "question": "?"}}""".formatted(conversation, UUID.randomUUID(), bob, UUID.randomUUID()));

        await().untilAsserted(() -> assertThat(seen.texts()).containsExactly("Unknown[]"));
    }

    @Test
    void aServerThatSpeaksSomethingElseIsLeftAndTriedAgain() {
        server.greeted().say("<html>");

        server.greeted();
    }

    @Test
    void historyComesFromTheLogHereAndThenFromTheServer() throws Exception {
        Line line = server.greeted();
        line.message(conversation, 8, bob, "eight");
        line.message(conversation, 9, bob, "nine");
        line.expect("ack", ack -> ack.path("seq").asLong() == 9);

        var history = client.history(Recipient.user(bob), 3);
        JsonNode pull = line.expect("pull");
        assertThat(pull.path("before").asLong()).isEqualTo(8);
        assertThat(pull.path("limit").asInt()).isEqualTo(1);
        line.message(conversation, 7, bob, "seven");
        line.pulled(Line.id(pull), conversation, 9);

        assertThat(history.get(10, TimeUnit.SECONDS).messages())
                .extracting(told -> told.message().content())
                .containsExactly(new Content.Text("seven"), new Content.Text("eight"), new Content.Text("nine"));
        assertThat(seen.texts()).containsExactly("eight", "nine");
    }

    @Test
    void aMessageOfThisUsersOtherDeviceIsShownToo() {
        Line line = server.greeted();
        line.message(conversation, 1, alice, "from my phone");

        await().untilAsserted(() -> assertThat(seen.texts()).containsExactly("from my phone"));
    }
}
