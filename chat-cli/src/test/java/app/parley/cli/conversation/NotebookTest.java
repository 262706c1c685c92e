package app.parley.cli.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.cli.frame.GroupChange;
import app.parley.cli.home.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {

    @TempDir
    private Path folder;

    private final UUID bob = UUID.randomUUID();
    private final UUID group = UUID.randomUUID();
    private Home home;

    @BeforeEach
    void open() throws IOException {
        home = Home.open(folder, URI.create("http://localhost:8080"), "alice");
    }

    @AfterEach
    void close() throws IOException {
        home.close();
    }

    @Test
    void whoWasTalkedToAndWhatIsToBeSentOutlivesTheProcess() {
        Notebook notebook = Notebook.open(home);
        notebook.talkingTo(Recipient.group(group));
        notebook.toSend(new Outgoing(UUID.randomUUID(), group, true, "hello", Instant.EPOCH));
        notebook.conversation(group).becomeGroup();
        notebook.save();

        Notebook again = Notebook.open(home);
        assertThat(again.last()).contains(Recipient.group(group));
        assertThat(again.outbox()).extracting(Outgoing::recipient).containsExactly(Recipient.group(group));
        assertThat(again.with(Recipient.group(group)))
                .get()
                .extracting(Conversation::isGroup)
                .isEqualTo(true);
    }

    @Test
    void whatAVersionWithoutGroupsWroteIsRead() throws IOException {
        UUID conversation = UUID.randomUUID();
        Files.writeString(
                home.folder().resolve("notebook.json"), """
                {"conversations": [{"id": "%s", "peer": "%s", "position": 4, "acknowledged": 4, "read": 3, "readSaid": 3,
                  "peerDelivered": 2, "peerRead": 1, "ownHead": 2}],
                 "outbox": [{"id": "%s", "to": "%s", "text": "hello", "at": "2026-01-01T00:00:00Z"}],
                 "lastPeer": "%s"}""".formatted(conversation, bob, UUID.randomUUID(), bob, bob));
        Files.writeString(
                home.folder().resolve(conversation + ".jsonl"), """
                {"conversation": "%s", "seq": 4, "id": "%s", "from": "%s", "at": "2026-01-01T00:00:00Z", "text": "hi"}
                """.formatted(conversation, UUID.randomUUID(), bob));

        Notebook notebook = Notebook.open(home);
        assertThat(notebook.last()).contains(Recipient.user(bob));
        assertThat(notebook.outbox()).extracting(Outgoing::recipient).containsExactly(Recipient.user(bob));
        assertThat(notebook.with(Recipient.user(bob)))
                .get()
                .extracting(Conversation::position)
                .isEqualTo(4L);
        assertThat(notebook.log().last(conversation, 10))
                .extracting(LogEntry::text)
                .containsExactly("hi");
    }

    @Test
    void changesAreInTheLogAsTheyCame() {
        GroupChange removed = new GroupChange.Removed(List.of(bob));
        GroupChange newer = new GroupChange.Unknown();
        ConversationLog log = Notebook.open(home).log();
        log.append(new LogEntry(group, 1, UUID.randomUUID(), bob, Instant.EPOCH, null, removed));
        log.append(new LogEntry(group, 2, UUID.randomUUID(), bob, Instant.EPOCH, null, newer));

        assertThat(log.last(group, 10)).extracting(LogEntry::change).containsExactly(removed, newer);
    }
}
