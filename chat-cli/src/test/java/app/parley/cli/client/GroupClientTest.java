package app.parley.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.cli.conversation.Notebook;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.frame.GroupChange;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The client's side of the protocol in groups. */
@Timeout(60)
class GroupClientTest {

    private static final String ADDED = "\"change\": \"added\", \"users\": [\"%s\"]";
    private static final String REMOVED = "\"change\": \"removed\", \"users\": [\"%s\"]";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeParley server = new FakeParley();
    private final UUID bob = server.account("bob", "bobs password");
    private final UUID carol = server.account("carol", "carols password");
    private final UUID group = UUID.randomUUID();
    private final RecordingListener seen = new RecordingListener();
    private UUID alice;
    private Home home;
    private ParleyClient client;

    @BeforeEach
    void aliceConnects() throws IOException {
        alice = server.account("alice", "alices password");
        home = Home.open(folder, server.uri(), "alice");
        Session session = new SignIn(new ParleyApi(http, server.uri()), home, new Nobody(), "test")
                .signIn("alice", "alices password");
        ParleyClient.Timing quick = new ParleyClient.Timing(Duration.ofMillis(20), Duration.ofMillis(200));
        client = new ParleyClient(http, server.uri(), session, Notebook.open(home), seen, quick);
        client.knowGroups(List.of(group));
        client.start();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        home.close();
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

    private void expectAck(Line line, long seq) {
        line.expect("ack", ack -> ack.path("seq").asLong() == seq);
    }

    @Test
    void aMessageGoesToTheConversation() {
        Line line = server.greeted();
        Outgoing outgoing = client.send(Recipient.group(group), "hello");

        JsonNode send = line.expect("send");
        assertThat(send.path("to").toString()).isEqualTo("{\"conversation\":\"" + group + "\"}");
        line.accepted(outgoing.id(), group, 1);

        await().untilAsserted(() -> assertThat(seen.accepted).hasSize(1));
        assertThat(client.recipient(group).join()).contains(Recipient.group(group));
    }

    @Test
    void whoWritesInAGroupIsNotItsOtherSide() {
        Line line = server.greeted();
        line.message(group, 1, bob, "hi");
        expectAck(line, 1);

        assertThat(client.recipient(group).join()).contains(Recipient.group(group));
        assertThat(client.history(Recipient.user(bob), 10).join().messages()).isEmpty();
        assertThat(client.history(Recipient.group(group), 1).join().messages()).hasSize(1);
    }

    @Test
    void aGroupThatWasNotKnownShowsItselfByAChange() {
        UUID other = UUID.randomUUID();
        Line line = server.greeted();
        line.message(other, 6, bob, "hi");
        line.change(other, 7, bob, "\"change\": \"info\", \"name\": \"New\"");
        expectAck(line, 7);

        assertThat(client.recipient(other).join()).contains(Recipient.group(other));
        assertThat(seen.messages.getLast().change()).isEqualTo(new GroupChange.Info("New", null));
    }

    @Test
    void whoComesBackMissesNothing() {
        Line line = server.greeted();
        line.message(group, 1, bob, "one");
        line.change(group, 2, bob, REMOVED.formatted(alice));
        line.change(group, 20, bob, ADDED.formatted(alice));
        line.message(group, 21, bob, "welcome back");

        expectAck(line, 21);
        assertThat(seen.messages).extracting(entry -> entry.seq()).containsExactly(1L, 2L, 20L, 21L);
        assertThat(line.hasSaid("pull")).isFalse();
    }

    @Test
    void somebodyElsesReturnLeavesAGapThatIsAskedFor() {
        Line line = server.greeted();
        line.message(group, 1, bob, "one");
        line.change(group, 3, bob, ADDED.formatted(carol));

        JsonNode pull = line.expect("pull");
        assertThat(pull.path("after").asLong()).isEqualTo(1);
        line.message(group, 2, bob, "two");
        line.pulled(Line.id(pull), group, 3);
        expectAck(line, 3);
    }

    @Test
    void whoIsOutCannotPullAndIsGivenWhatIsThere() {
        Line line = server.greeted();
        line.message(group, 1, bob, "one");
        line.change(group, 3, bob, REMOVED.formatted(alice));

        line.error("unknown_conversation", false, Line.id(line.expect("pull")));
        expectAck(line, 3);
        assertThat(seen.complaints).isEmpty();
    }

    @Test
    void aReceiptWithoutAUserSaysItForAll() {
        Line line = server.greeted();
        Outgoing outgoing = client.send(Recipient.group(group), "hello");
        line.expect("send");
        line.accepted(outgoing.id(), group, 1);
        line.receiptOfAll(group, 1, 0);
        line.receiptOfAll(group, 1, 1);

        await().untilAsserted(() -> assertThat(seen.receipts).containsExactly(new Standing(1, 0), new Standing(1, 1)));
    }

    @Test
    void whatAPullTellsOfEachCountsWhenAllHaveBeenHeardOf() {
        Line first = server.greeted();
        Outgoing outgoing = client.send(Recipient.group(group), "hello");
        first.expect("send");
        first.accepted(outgoing.id(), group, 1);
        await().untilAsserted(() -> assertThat(seen.accepted).hasSize(1));
        first.drop();

        Line second = server.greeted();
        JsonNode pull = second.expect("pull");
        assertThat(pull.path("limit").asInt()).isZero();
        second.receipt(group, bob, 1, 1);
        second.receipt(group, carol, 1, 0);
        second.pulled(Line.id(pull), group, 1);

        await().untilAsserted(() -> assertThat(seen.receipts).containsExactly(new Standing(1, 0)));
        assertThat(client.recipient(group).join()).contains(Recipient.group(group));
    }

    @Test
    void ownMessagesAreReadByTheirWriterToo() {
        Line line = server.greeted();
        line.message(group, 1, bob, "one");
        Outgoing outgoing = client.send(Recipient.group(group), "two");
        line.expect("send");
        line.accepted(outgoing.id(), group, 2);
        client.read(group, 1);

        line.expect("read", read -> read.path("seq").asLong() == 2);
    }

    @Test
    void whatIsRefusedIsToldInWords() {
        Line line = server.greeted();
        client.send(Recipient.group(group), "one");
        line.error("not_an_admin", false, Line.id(line.expect("send")));
        client.send(Recipient.group(group), "two");
        line.error("unknown_conversation", false, Line.id(line.expect("send")));

        await().untilAsserted(() -> assertThat(seen.reasons)
                .containsExactly("only admins may write to this group", "you are not in this group"));
        assertThat(seen.refused).containsExactly("one", "two");
    }

    @Test
    void whoTypesInAGroupDoesNotTypeToThisUserAlone() {
        Line line = server.greeted();
        line.say("""
                {"type": "typing", "conversation": "%s", "user": "%s", "state": "started"}""".formatted(group, bob));
        line.say("""
                {"type": "typing", "conversation": "%s", "user": "%s", "state": "started"}""".formatted(UUID.randomUUID(), bob));

        await().untilAsserted(
                        () -> assertThat(seen.typing).containsExactly(Recipient.group(group), Recipient.user(bob)));
    }

    @Test
    void talkingToAGroupEndsWatchingSomebody() {
        Line line = server.greeted();
        client.talkTo(Recipient.user(bob));
        line.expect("watch", watch -> watch.path("users").size() == 1);
        client.talkTo(Recipient.group(group));
        line.expect("watch", watch -> watch.path("users").isEmpty());
    }
}
