package app.parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.cli.client.Device;
import app.parley.cli.client.History;
import app.parley.cli.client.ParleyClient;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Messages;
import app.parley.cli.conversation.Notebook;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Told;
import app.parley.cli.frame.Content;
import app.parley.cli.frame.GroupChange;
import app.parley.cli.group.Group;
import app.parley.cli.group.Groups;
import app.parley.cli.group.Partner;
import app.parley.cli.home.Home;
import app.parley.cli.server.FakeParley;
import app.parley.cli.session.Caller;
import app.parley.cli.session.ParleyApi;
import app.parley.cli.session.People;
import app.parley.cli.session.Session;
import app.parley.cli.session.SignIn;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user sees. */
class ChatViewTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeParley server = new FakeParley();
    private final UUID bob = server.account("bob", "bobs password");
    private final UUID carol = server.account("carol", "carols password");
    private final UUID team = server.groups().group("Team", bob);
    private final UUID club = server.groups().group("Club", bob);
    private final Rows rows = new Rows();
    private final Map<UUID, Messages> known = new HashMap<>();
    private final List<String> statuses = new ArrayList<>();
    private UUID alice;
    private Home home;
    private ParleyClient client;
    private ChatView view;
    private long seq;

    @BeforeEach
    void open() throws IOException {
        alice = server.account("alice", "alices password");
        home = Home.open(folder, server.uri(), "alice");
        ParleyApi api = new ParleyApi(http, server.uri());
        Session session = new SignIn(api, home, new Nobody(), "test").signIn("alice", "alices password");
        Groups groups = new Groups(new Caller(api, session));
        Device device =
                new Device(http, server.uri(), "alice", session, new People(api, session), groups, Notebook.open(home));
        view = new ChatView(
                new Transcript(rows, new Theme(false), ZoneOffset.UTC),
                new PeerStatus(statuses::add, ZoneOffset.UTC),
                device,
                _ -> {});
        client = device.client(view);
        view.attach(client);
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

    /** A screen on which everything stays, or as much as a test wants. */
    private static final class Rows implements Screen {

        private final List<String> printed = new ArrayList<>();
        private int visible = Integer.MAX_VALUE;

        @Override
        public int columns() {
            return 80;
        }

        @Override
        public long sizeChanges() {
            return 0;
        }

        @Override
        public void print(List<String> rows) {
            printed.addAll(rows);
        }

        @Override
        public boolean rewrite(int rowsUp, String row) {
            if (rowsUp > visible) {
                return false;
            }
            printed.set(printed.size() - rowsUp, row);
            return true;
        }

        @Override
        public boolean touchUp(int rowsUp, int column, String text) {
            int row = printed.size() - rowsUp;
            String before = printed.get(row);
            printed.set(row, before.substring(0, column) + text + before.substring(column + text.length()));
            return true;
        }
    }

    private void openTeam() {
        view.open(
                new Partner.Many(new Group(team, "Team", null, 2, "owner")),
                new History(List.of(), new Standing(0, 0)));
    }

    private Told entry(UUID group, UUID from, @Nullable String text, @Nullable GroupChange change) {
        JsonNode content = text == null ? null : new Content.Text(text).written();
        return told(new LogEntry(group, ++seq, UUID.randomUUID(), from, NOON, content, change));
    }

    private Told said(UUID group, UUID from, String content) {
        JsonNode node = new JsonMapper().readTree(content);
        return told(new LogEntry(group, ++seq, UUID.randomUUID(), from, NOON, node, null));
    }

    private Told told(LogEntry entry) {
        return known.computeIfAbsent(entry.conversation(), _ -> new Messages(List.of()))
                .add(entry);
    }

    @Test
    void inAGroupEverybodyIsCalledByTheirName() {
        openTeam();
        view.message(entry(team, bob, "hello", null), false);
        view.message(entry(team, carol, "hi", null), false);

        assertThat(rows.printed)
                .contains(
                        "· You are talking to the group \"Team\" (2 members).",
                        "12:00    Bob: hello",
                        "12:00    Carol: hi");
    }

    @Test
    void changesAreLinesOfTheirOwn() {
        openTeam();
        view.message(entry(team, bob, null, new GroupChange.Added(List.of(carol))), false);
        view.message(entry(team, bob, null, new GroupChange.Info("New", null)), false);
        view.message(entry(team, bob, null, new GroupChange.Unknown()), false);
        view.message(entry(team, bob, null, null), false);

        assertThat(rows.printed)
                .contains(
                        "12:00    · Bob added Carol",
                        "12:00    · Bob renamed the group to \"New\"",
                        "12:00    · Bob changed something that this client does not know",
                        "12:00    Bob: (something that this version cannot show)");
        assertThat(statuses.getLast()).contains("New");
    }

    @Test
    void whatIsWrittenInAnotherGroupSaysWhereAndHowToAnswer() {
        openTeam();
        view.message(entry(club, bob, "psst", null), false);
        view.message(entry(club, bob, null, new GroupChange.Left(List.of(carol))), false);

        assertThat(rows.printed)
                .contains("12:00    Bob in Club: psst", "· To answer: /open Club", "12:00    · Club: Carol left");
    }

    @Test
    void whoTalksToNobodyTalksToTheGroupThatWritesFirst() {
        view.message(entry(team, bob, "hello", null), false);

        assertThat(view.current()).map(Partner::recipient).contains(Recipient.group(team));
    }

    @Test
    void ticksInAGroupFollowTheReceiptOfAll() {
        openTeam();
        Outgoing outgoing = new Outgoing(UUID.randomUUID(), team, true, new Content.Text("mine").written(), NOON);
        view.waiting(outgoing);
        view.accepted(outgoing, told(new LogEntry(team, 7, outgoing.id(), alice, NOON, outgoing.content(), null)));
        assertThat(rows.printed.getLast()).isEqualTo("12:00 ✓  you: mine");
        view.receipt(team, new Standing(7, 6));
        assertThat(rows.printed.getLast()).isEqualTo("12:00 ✓✓ you: mine");
        view.receipt(team, new Standing(7, 7));
        assertThat(rows.printed.getLast()).isEqualTo("12:00 ✔✔ you: mine");
    }

    @Test
    void whatIsRefusedIsMarkedAndTold() {
        openTeam();
        Outgoing outgoing = new Outgoing(UUID.randomUUID(), team, true, new Content.Text("mine").written(), NOON);
        view.waiting(outgoing);
        view.refused(outgoing, "only admins may write to this group");

        assertThat(rows.printed).contains("12:00 ✗  you: mine", "! Not sent: only admins may write to this group");
    }

    @Test
    void whoTypesInAGroupIsNamed() {
        openTeam();
        view.typing(Recipient.group(team), bob, true);
        assertThat(statuses.getLast()).contains("Bob is typing");

        view.typing(Recipient.group(team), bob, false);
        view.typing(Recipient.user(bob), bob, true);
        assertThat(statuses.getLast()).doesNotContain("typing");
    }

    @Test
    void whoHasLeftTalksToNobody() {
        openTeam();
        view.leave();
        assertThat(view.current()).isEmpty();
        assertThat(statuses.getLast()).contains("talking to nobody yet");
    }

    @Test
    void whatIsSaidAboutAMessageIsShownBehindIt() {
        openTeam();
        view.message(entry(team, bob, "hello", null), false);
        view.message(said(team, carol, "{\"type\": \"reaction\", \"of\": 1, \"emoji\": \"👍\"}"), false);
        view.message(said(team, alice, "{\"type\": \"reaction\", \"of\": 1, \"emoji\": \"👍\"}"), false);
        view.message(said(team, bob, "{\"type\": \"pin\", \"of\": 1, \"pinned\": true}"), false);
        view.message(
                said(team, bob, "{\"type\": \"edit\", \"of\": 1, \"content\": {\"type\": \"text\", \"text\": \"hi\"}}"),
                false);

        assertThat(rows.printed.getLast()).isEqualTo("12:00    Bob: hi (edited) (pinned) [👍 2]");
        view.message(said(team, carol, "{\"type\": \"reaction\", \"of\": 1, \"emoji\": \"\"}"), false);
        assertThat(rows.printed.getLast()).isEqualTo("12:00    Bob: hi (edited) (pinned) [👍]");
        view.message(said(team, bob, "{\"type\": \"delete\", \"of\": 1}"), false);
        assertThat(rows.printed.getLast()).isEqualTo("12:00    Bob: (this message was deleted)");
    }

    @Test
    void whatHasLeftTheScreenIsTalkedOfInALineOfItsOwn() {
        openTeam();
        view.message(entry(team, bob, "hello", null), false);
        rows.visible = 0;
        view.message(said(team, carol, "{\"type\": \"reaction\", \"of\": 1, \"emoji\": \"\\u001b[2J\"}"), false);
        view.message(
                said(team, bob, "{\"type\": \"edit\", \"of\": 1, \"content\": {\"type\": \"text\", \"text\": \"hi\"}}"),
                false);
        view.message(said(team, bob, "{\"type\": \"delete\", \"of\": 1}"), false);

        assertThat(rows.printed)
                .contains(
                        "12:00    · Carol reacted ␛[2J to #1 \"hello\"",
                        "12:00    · Bob edited #1: hi",
                        "12:00    · Bob deleted #1");
    }

    @Test
    void anEditThatNeedsMoreRowsIsALineOfItsOwn() {
        openTeam();
        view.message(entry(team, bob, "hello", null), false);
        view.message(
                said(
                        team,
                        bob,
                        "{\"type\": \"edit\", \"of\": 1, \"content\": {\"type\": \"text\", \"text\": \"two\\nrows\"}}"),
                false);

        assertThat(rows.printed).contains("12:00    Bob: hello", "12:00    · Bob edited #1: two");
    }

    @Test
    void aReplyShowsWhatItAnswers() {
        openTeam();
        view.message(entry(team, alice, "shall we?", null), false);
        view.message(said(team, bob, "{\"type\": \"text\", \"text\": \"sure\", \"replyTo\": {\"seq\": 1}}"), false);
        view.message(said(team, bob, "{\"type\": \"text\", \"text\": \"so\", \"replyTo\": {\"seq\": 99}}"), false);

        assertThat(rows.printed)
                .containsSubsequence("12:00    Bob: ↪ you: shall we?", "              sure")
                .containsSubsequence("12:00    Bob: ↪ #99, which is not on this device", "              so");
    }

    @Test
    void votesAreCountedInThePoll() {
        openTeam();
        view.message(
                said(
                        team,
                        bob,
                        "{\"type\": \"poll\", \"question\": \"When?\", \"options\": [\"today\", \"tomorrow\"]}"),
                false);
        view.message(said(team, carol, "{\"type\": \"vote\", \"of\": 1, \"options\": [1]}"), false);

        assertThat(rows.printed)
                .endsWith(
                        "12:00    Bob: poll: When?", "                1. today – 0", "                2. tomorrow – 1");
    }

    @Test
    void otherThingsThanTextsAreInWords() {
        openTeam();
        view.message(said(team, bob, "{\"type\": \"location\", \"latitude\": 52.5, \"longitude\": -13.4}"), false);
        view.message(said(team, bob, "{\"type\": \"contact\", \"name\": \"Eve\", \"phone\": \"+49 30 1\"}"), false);
        view.message(said(team, bob, "{\"type\": \"deleted\"}"), false);
        view.message(said(team, bob, "{\"type\": \"timer\", \"seconds\": 86400, \"from\": \"reading\"}"), false);
        view.message(said(team, bob, "{\"type\": \"timer\", \"seconds\": 0, \"from\": \"sending\"}"), false);
        view.message(
                said(team, bob, "{\"type\": \"text\", \"text\": \"look\", \"mentions\": [\"%s\"]}".formatted(alice)),
                false);
        view.message(said(team, bob, "{\"type\": \"text\", \"text\": \"psst\", \"forwarded\": true}"), false);

        assertThat(rows.printed)
                .contains(
                        "12:00    Bob: location: 52.50000, -13.40000",
                        "12:00    Bob: contact: Eve, +49 30 1",
                        "12:00    Bob: (this message was deleted)",
                        "12:00    · Bob changed the timer: messages disappear 1 day after they were read",
                        "12:00    · Bob changed the timer: messages do not disappear any more",
                        "12:00    Bob: look (mentions you)",
                        "12:00    Bob: (forwarded) psst");
    }

    @Test
    void whatWasToBeSeenOnceIsNotShownAgain() {
        Told told = said(team, bob, "{\"type\": \"text\", \"text\": \"the code\", \"viewOnce\": true}");
        openTeam();
        view.message(told, false);
        assertThat(rows.printed).contains("12:00    Bob: the code (to be seen once)");

        view.recall(new History(List.of((Told.New) told), new Standing(0, 0)));
        assertThat(rows.printed).contains("12:00    #1    Bob: a message (to be seen once)");

        view.message(said(team, carol, "{\"type\": \"reaction\", \"of\": 1, \"emoji\": \"👍\"}"), false);
        assertThat(rows.printed).contains("12:00    #1    Bob: a message (to be seen once) [👍]");
    }

    @Test
    void whatIsSaidAboutAMessageThatIsNotHereIsPassedOver() {
        openTeam();
        int before = rows.printed.size();
        view.message(said(team, bob, "{\"type\": \"reaction\", \"of\": 40, \"emoji\": \"👍\"}"), false);

        assertThat(rows.printed).hasSize(before);
    }

    @Test
    void anEditThatIsRefusedIsToldAndChangesNothing() {
        openTeam();
        Outgoing edit = new Outgoing(
                UUID.randomUUID(), team, true, new Content.Edit(1, new Content.Text("late")).written(), NOON);
        view.waiting(edit);
        view.refused(edit, "it is too late for that");

        assertThat(rows.printed)
                .contains("! Not done: it is too late for that")
                .noneMatch(row -> row.contains("late)"));
    }

    @Test
    void whatHappenedToOldMessagesMeanwhileIsTold() {
        openTeam();
        view.message(entry(team, bob, "hello", null), false);
        view.message(said(team, carol, "{\"type\": \"reaction\", \"of\": 1, \"emoji\": \"👍\"}"), true);
        view.message(entry(team, bob, "new", null), true);
        view.message(said(team, carol, "{\"type\": \"reaction\", \"of\": 3, \"emoji\": \"👍\"}"), true);
        view.synced(1);

        assertThat(rows.printed)
                .containsSubsequence(
                        "12:00    Bob: hello [👍]",
                        "12:00    · Carol reacted 👍 to #1 \"hello\"",
                        "12:00    Bob: new [👍]")
                .noneMatch(row -> row.contains("to #3"));
    }

    @Test
    void whatIsOnTheScreenTwiceChangesInBothPlaces() {
        openTeam();
        Told told = entry(team, bob, "a secret", null);
        view.message(told, false);
        view.recall(new History(List.of((Told.New) told), new Standing(0, 0)));
        view.message(said(team, bob, "{\"type\": \"delete\", \"of\": 1}"), false);

        assertThat(rows.printed)
                .contains("12:00    Bob: (this message was deleted)", "12:00    #1    Bob: (this message was deleted)")
                .noneMatch(row -> row.contains("secret"));
    }
}
