package app.parley.cli.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.cli.client.Device;
import app.parley.cli.client.Outcome;
import app.parley.cli.conversation.Notebook;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.frame.Content;
import app.parley.cli.group.Group;
import app.parley.cli.group.Groups;
import app.parley.cli.group.Partner;
import app.parley.cli.home.Home;
import app.parley.cli.server.FakeParley;
import app.parley.cli.server.Line;
import app.parley.cli.session.Caller;
import app.parley.cli.session.ParleyApi;
import app.parley.cli.session.People;
import app.parley.cli.session.Person;
import app.parley.cli.session.Session;
import app.parley.cli.session.SignIn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class PlainChatTest {

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeParley server = new FakeParley();
    private final UUID bob = server.account("bob", "bobs password");
    private final UUID conversation = UUID.randomUUID();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Home home;
    private Device device;

    @BeforeEach
    void signIn() throws IOException {
        server.account("alice", "alices password");
        home = Home.open(folder, server.uri(), "alice");
        ParleyApi api = new ParleyApi(http, server.uri());
        Session session = new SignIn(api, home, new Nobody(), "test").signIn("alice", "alices password");
        Groups groups = new Groups(new Caller(api, session));
        device =
                new Device(http, server.uri(), "alice", session, new People(api, session), groups, Notebook.open(home));
    }

    @AfterEach
    void close() throws IOException {
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

    private CompletableFuture<Outcome> run(InputStream in, char separator, Duration patience) {
        return run(new Partner.One(new Person(bob, "bob", "Bob")), in, separator, patience);
    }

    private CompletableFuture<Outcome> run(Partner to, InputStream in, char separator, Duration patience) {
        PlainChat.Settings settings = new PlainChat.Settings(to, separator, patience, Duration.ZERO, true);
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return CompletableFuture.supplyAsync(() -> PlainChat.run(device, settings, in, print, print));
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void eachLineIsAMessageAndTheEndComesWhenAllAreAccepted() {
        CompletableFuture<Outcome> outcome = run(input("one\n\ntwo\n"), '\n', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.synced();
        for (int seq = 1; seq <= 2; seq++) {
            JsonNode send = line.expect("send");
            assertThat(Line.text(send)).isEqualTo(seq == 1 ? "one" : "two");
            line.accepted(Line.id(send), conversation, seq);
        }

        assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
        assertThat(lines())
                .filteredOn(text -> text.startsWith("accepted\tbob\t"))
                .hasSize(2);
    }

    @Test
    void aMessageUpToANulMayHaveSeveralLines() {
        CompletableFuture<Outcome> outcome = run(input("one\nstill one\0"), '\0', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.synced();
        JsonNode send = line.expect("send");
        line.accepted(Line.id(send), conversation, 1);

        assertThat(Line.text(send)).isEqualTo("one\nstill one");
        assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
    }

    @Test
    void whatArrivesIsALineEachAndMarkedRead() throws IOException {
        try (PipedOutputStream keepsOpen = new PipedOutputStream()) {
            CompletableFuture<Outcome> outcome = run(new PipedInputStream(keepsOpen), '\n', Duration.ofSeconds(30));
            Line line = server.greeted();
            line.message(conversation, 1, bob, "two\nlines\tand a \\ tab");
            line.synced();
            line.expect("read", read -> read.path("seq").asLong() == 1);
            keepsOpen.close();

            assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
        }
        await().untilAsserted(() -> assertThat(lines())
                .anySatisfy(text ->
                        assertThat(text).startsWith("message\tbob\t1\t").endsWith("\ttwo\\nlines\\tand a \\\\ tab"))
                .contains("synced\t1"));
    }

    @Test
    void whatCannotBeSentInTimeIsKeptAndSaid() {
        CompletableFuture<Outcome> outcome = run(input("one\n"), '\n', Duration.ofMillis(300));
        Line line = server.greeted();
        line.synced();
        line.expect("send");

        assertThat(outcome.join()).isEqualTo(Outcome.UNSENT);
        assertThat(Notebook.open(home).outbox()).extracting(Outgoing::said).containsExactly(new Content.Text("one"));
    }

    @Test
    void aRefusedMessageShowsInTheOutcome() {
        CompletableFuture<Outcome> outcome = run(input("one\n"), '\n', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.synced();
        line.error("text_too_long", false, Line.id(line.expect("send")));

        assertThat(outcome.join()).isEqualTo(Outcome.UNSENT);
        assertThat(lines()).anyMatch(text -> text.startsWith("refused\tbob\t"));
    }

    @Test
    void aDeviceThatWasReplacedEndsAtOnce() throws IOException {
        try (PipedOutputStream keepsOpen = new PipedOutputStream()) {
            CompletableFuture<Outcome> outcome = run(new PipedInputStream(keepsOpen), '\n', Duration.ofSeconds(30));
            server.greeted().close(4503);

            assertThat(outcome.join()).isEqualTo(Outcome.REPLACED);
        }
    }

    private CompletableFuture<Outcome> runInGroup(UUID group, String text) {
        Partner team = new Partner.Many(new Group(group, "Team", null, 2, "owner"));
        return run(team, input(text), '\n', Duration.ofSeconds(30));
    }

    @Test
    void quitEndsTheInput() {
        CompletableFuture<Outcome> outcome = run(input("one\n/quit\ntwo\n"), '\n', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.synced();
        JsonNode send = line.expect("send");
        line.accepted(Line.id(send), conversation, 1);

        assertThat(Line.text(send)).isEqualTo("one");
        assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
        assertThat(line.hasSaid("send")).isFalse();
    }

    @Test
    void aMessageThatBeginsWithASlashIsWrittenWithTwo() {
        CompletableFuture<Outcome> outcome = run(input("//quit\n"), '\n', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.synced();
        JsonNode send = line.expect("send");
        line.accepted(Line.id(send), conversation, 1);

        assertThat(Line.text(send)).isEqualTo("/quit");
        assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
    }

    @Test
    void upToANulEverythingIsAMessage() {
        CompletableFuture<Outcome> outcome = run(input("/quit\0"), '\0', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.synced();
        JsonNode send = line.expect("send");
        line.accepted(Line.id(send), conversation, 1);

        assertThat(Line.text(send)).isEqualTo("/quit");
        assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
    }

    @Test
    void aWrongCommandIsSaidAndShowsInTheOutcome() {
        CompletableFuture<Outcome> outcome = run(input("/frobnicate\n/members\n"), '\n', Duration.ofSeconds(30));
        server.greeted().synced();

        assertThat(outcome.join()).isEqualTo(Outcome.UNSENT);
        assertThat(lines())
                .anyMatch(text -> text.startsWith("There is no command /frobnicate."))
                .contains("You do not talk to a group.");
    }

    @Test
    void inAGroupLinesBeginWithItsId() {
        UUID group = server.groups().group("Team", bob);
        CompletableFuture<Outcome> outcome = runInGroup(group, "hello\n");
        Line line = server.greeted();
        line.message(group, 1, bob, "hi");
        line.change(group, 2, bob, "\"change\": \"info\", \"name\": \"New\"");
        line.receiptOfAll(group, 2, 1);
        line.synced();
        JsonNode send = line.expect("send");
        assertThat(send.at("/to/conversation").asString()).isEqualTo(group.toString());
        assertThat(send.at("/to").has("user")).isFalse();
        line.accepted(Line.id(send), group, 3);

        assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
        assertThat(lines())
                .contains("group\t" + group + "\tTeam", "receipt\t" + group + "\t2\t1")
                .anyMatch(text -> text.startsWith("group-message\t" + group + "\tbob\t1\t") && text.endsWith("\thi"))
                .anyMatch(text -> text.startsWith("group-change\t" + group + "\t2\t")
                        && text.endsWith("\tBob renamed the group to \"New\""))
                .anyMatch(text -> text.startsWith("accepted\t" + group + "\t3\t"));
    }

    @Test
    void aGroupIsMadeAndWrittenTo() {
        CompletableFuture<Outcome> outcome =
                run(input("/group \"Book club\" @bob\nhello\n"), '\n', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.synced();
        JsonNode send = line.expect("send");
        UUID group = UUID.fromString(send.at("/to/conversation").asString());
        line.accepted(Line.id(send), group, 2);

        assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
        assertThat(server.groups().asked()).containsExactly("found Book club");
        assertThat(lines()).contains("group\t" + group + "\tBook club");
    }

    @Test
    void whatWasWrittenBeforeACommandIsSentBeforeIt() {
        UUID group = server.groups().group("Team", bob);
        CompletableFuture<Outcome> outcome = runInGroup(group, "bye\n/leave\nanybody?\n");
        Line line = server.greeted();
        line.synced();
        JsonNode send = line.expect("send");
        assertThat(server.groups().asked()).isEmpty();
        line.accepted(Line.id(send), group, 7);

        assertThat(outcome.join()).isEqualTo(Outcome.UNSENT);
        assertThat(server.groups().asked())
                .containsExactly("remove " + device.session().user());
        assertThat(lines()).contains("said\tYou have left \"Team\".").anyMatch(text -> text.startsWith("To whom?"));
    }

    @Test
    void whatOnlyAdminsMayIsSaidInWords() {
        UUID group = server.groups().group("Team", bob);
        CompletableFuture<Outcome> outcome = runInGroup(group, "hello\n");
        Line line = server.greeted();
        line.synced();
        line.error("not_an_admin", false, Line.id(line.expect("send")));

        assertThat(outcome.join()).isEqualTo(Outcome.UNSENT);
        assertThat(lines())
                .anyMatch(text -> text.startsWith("refused\t" + group + "\t")
                        && text.endsWith("\tonly admins may write to this group"));
    }

    @Test
    void whatIsSaidAboutMessagesIsALineEachInWords() throws IOException {
        try (PipedOutputStream keepsOpen = new PipedOutputStream()) {
            CompletableFuture<Outcome> outcome = run(new PipedInputStream(keepsOpen), '\n', Duration.ofSeconds(30));
            Line line = server.greeted();
            line.says(
                    conversation,
                    1,
                    bob,
                    "{\"type\": \"poll\", \"question\": \"When?\", \"options\": [\"today\", \"later\"]}");
            line.says(conversation, 2, bob, "{\"type\": \"vote\", \"of\": 1, \"options\": [1]}");
            line.says(
                    conversation,
                    3,
                    bob,
                    "{\"type\": \"text\", \"text\": \"\\u001b[2Jhi\", \"replyTo\": {\"seq\": 1}}");
            line.says(conversation, 4, bob, "{\"type\": \"reaction\", \"of\": 3, \"emoji\": \"👍\"}");
            line.says(
                    conversation,
                    5,
                    bob,
                    "{\"type\": \"edit\", \"of\": 3, \"content\": {\"type\": \"text\", \"text\": \"hello\"}}");
            line.says(conversation, 6, bob, "{\"type\": \"pin\", \"of\": 3, \"pinned\": true}");
            line.says(conversation, 7, bob, "{\"type\": \"delete\", \"of\": 3}");
            line.says(conversation, 8, bob, "{\"type\": \"reaction\", \"of\": 3, \"emoji\": \"👍\"}");
            line.says(conversation, 9, bob, "{\"type\": \"timer\", \"seconds\": 3600, \"from\": \"sending\"}");
            line.says(conversation, 10, bob, "{\"type\": \"hologram\", \"forwarded\": true}");
            line.synced();
            line.expect("read", read -> read.path("seq").asLong() == 10);
            keepsOpen.close();

            assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
        }
        assertThat(lines().stream().map(text -> text.replaceAll("\t\\d{4}-[^\t]*Z\t", "\tAT\t")))
                .containsSubsequence(
                        "message\tbob\t1\tAT\tpoll: When?\\n  1. today – 0\\n  2. later – 0",
                        "vote\tbob\t2\tAT\t1\t2\tBob voted for later in #1: today 0, later 1",
                        "message\tbob\t3\tAT\t\\u001b[2Jhi\treply-to=1",
                        "reaction\tbob\t4\tAT\t3\t👍\tBob reacted 👍 to #3 \"\\u001b[2Jhi\"",
                        "edit\tbob\t5\tAT\t3\thello\tBob edited #3: hello",
                        "pin\tbob\t6\tAT\t3\tBob pinned #3 \"hello\"",
                        "delete\tbob\t7\tAT\t3\tBob deleted #3",
                        "timer\tbob\t9\tAT\t3600\tBob changed the timer: messages disappear 1 hour after they were"
                                + " sent",
                        "message\tbob\t10\tAT\t(something that this version cannot show)\tforwarded");
    }

    /** What the client sends when it is told this, each accepted at the next place. */
    private List<JsonNode> sends(String commands, int count) {
        CompletableFuture<Outcome> outcome = run(input(commands), '\n', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.message(conversation, 1, bob, "from bob");
        line.synced();
        List<JsonNode> sends = new ArrayList<>();
        for (int seq = 2; seq < count + 2; seq++) {
            JsonNode send = line.expect("send");
            line.accepted(Line.id(send), conversation, seq);
            sends.add(send.path("content"));
        }
        assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
        return sends;
    }

    @Test
    void aScriptSaysWhatMessagesCanSay() {
        String commands = """
                helo
                /edit hello
                /edit 2 hello!
                /reply 1 hi
                /react 👍
                /unreact
                /delete 2
                /poll "When?" today | later
                /vote 9 2
                /unvote 9
                /pin 1
                /unpin 1
                /location 52.5 13.4
                /contact bob
                /forward 1 bob
                """;

        assertThat(sends(commands, 15).stream().map(JsonNode::toString))
                .containsExactly(
                        "{\"type\":\"text\",\"text\":\"helo\"}",
                        "{\"type\":\"edit\",\"of\":2,\"content\":{\"type\":\"text\",\"text\":\"hello\"}}",
                        "{\"type\":\"edit\",\"of\":2,\"content\":{\"type\":\"text\",\"text\":\"hello!\"}}",
                        "{\"type\":\"text\",\"text\":\"hi\",\"replyTo\":{\"seq\":1}}",
                        "{\"type\":\"reaction\",\"of\":1,\"emoji\":\"👍\"}",
                        "{\"type\":\"reaction\",\"of\":1,\"emoji\":\"\"}",
                        "{\"type\":\"delete\",\"of\":2}",
                        "{\"type\":\"poll\",\"question\":\"When?\",\"options\":[\"today\",\"later\"]}",
                        "{\"type\":\"vote\",\"of\":9,\"options\":[1]}",
                        "{\"type\":\"vote\",\"of\":9,\"options\":[]}",
                        "{\"type\":\"pin\",\"of\":1,\"pinned\":true}",
                        "{\"type\":\"pin\",\"of\":1,\"pinned\":false}",
                        "{\"type\":\"location\",\"latitude\":52.5,\"longitude\":13.4}",
                        "{\"type\":\"contact\",\"name\":\"Bob\",\"user\":\"%s\"}".formatted(bob),
                        "{\"type\":\"text\",\"text\":\"from bob\",\"forwarded\":true}");
    }

    @ParameterizedTest
    @CsvSource({
        "/edit 41 late, too_late, it is too late for that: the message was sent too long ago",
        "/edit 41 late, not_your_message, that message is not yours",
        "/react 41 👍, unknown_message, 'there is no such message here, or not any more'",
        "/delete 41, not_your_message, that message is not yours",
        "/delete 41, not_an_admin, only admins may take away what others wrote"
    })
    void whySomethingIsRefusedIsSaidInWords(String command, String code, String words) {
        CompletableFuture<Outcome> outcome = run(input(command + "\n"), '\n', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.synced();
        line.error(code, false, Line.id(line.expect("send")));

        assertThat(outcome.join()).isEqualTo(Outcome.UNSENT);
        assertThat(lines()).anyMatch(text -> text.startsWith("refused\tbob\t") && text.endsWith("\t" + words));
    }

    @Test
    void whatCannotBeMeantIsRefusedHere() {
        CompletableFuture<Outcome> outcome =
                run(input("/edit what?\n/react 👍\n/forward 7 bob\n"), '\n', Duration.ofSeconds(30));
        Line line = server.greeted();
        line.synced();

        assertThat(outcome.join()).isEqualTo(Outcome.UNSENT);
        assertThat(line.hasSaid("send")).isFalse();
        assertThat(lines())
                .contains("There is no such message yet. Say its number.", "There is no message #7 here to pass on.");
    }

    @Test
    void membersWhoAreNamedInATextToTheirGroupAreMentioned() {
        server.account("carol", "carols password");
        UUID group = server.groups().group("Team", bob);
        CompletableFuture<Outcome> outcome = runInGroup(group, "@bob, ask @carol or @nobody, mail a@bob.example\n");
        Line line = server.greeted();
        line.synced();
        JsonNode send = line.expect("send");
        line.accepted(Line.id(send), group, 3);

        assertThat(outcome.join()).isEqualTo(Outcome.LEFT);
        assertThat(send.at("/content/mentions").toString()).isEqualTo("[\"" + bob + "\"]");
    }
}
