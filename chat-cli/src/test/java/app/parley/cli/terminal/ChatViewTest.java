package app.parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.cli.client.Device;
import app.parley.cli.client.ParleyClient;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Notebook;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of groups. */
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
    private final List<String> statuses = new ArrayList<>();
    private Home home;
    private ParleyClient client;
    private ChatView view;
    private long seq;

    @BeforeEach
    void open() throws IOException {
        server.account("alice", "alices password");
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

    /** A screen on which everything stays. */
    private static final class Rows implements Screen {

        private final List<String> printed = new ArrayList<>();

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
                new ParleyClient.History(List.of(), new Standing(0, 0)));
    }

    private LogEntry entry(UUID group, UUID from, @Nullable String text, @Nullable GroupChange change) {
        return new LogEntry(group, ++seq, UUID.randomUUID(), from, NOON, text, change);
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
                        "12:00    Bob: (a message that this client does not know)");
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
        Outgoing outgoing = new Outgoing(UUID.randomUUID(), team, true, "mine", NOON);
        view.waiting(outgoing);
        view.accepted(outgoing, new LogEntry(team, 7, outgoing.id(), bob, NOON, "mine", null));
        assertThat(rows.printed.getLast()).isEqualTo("12:00 ✓  you: mine");
        view.receipt(team, new Standing(7, 6));
        assertThat(rows.printed.getLast()).isEqualTo("12:00 ✓✓ you: mine");
        view.receipt(team, new Standing(7, 7));
        assertThat(rows.printed.getLast()).isEqualTo("12:00 ✔✔ you: mine");
    }

    @Test
    void whatIsRefusedIsMarkedAndTold() {
        openTeam();
        Outgoing outgoing = new Outgoing(UUID.randomUUID(), team, true, "mine", NOON);
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
}
