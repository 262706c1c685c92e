package app.parley.cli.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.cli.frame.Content;
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
import tools.jackson.databind.json.JsonMapper;

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
        notebook.toSend(
                new Outgoing(UUID.randomUUID(), group, true, new Content.Text("hello").written(), Instant.EPOCH));
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
        assertThat(notebook.outbox()).extracting(Outgoing::said).containsExactly(new Content.Text("hello"));
        assertThat(notebook.messages(conversation).last(10))
                .extracting(told -> told.message().content())
                .containsExactly(new Content.Text("hi"));
    }

    @Test
    void changesAreInTheLogAsTheyCame() {
        GroupChange removed = new GroupChange.Removed(List.of(bob));
        GroupChange newer = new GroupChange.Unknown();
        Notebook notebook = Notebook.open(home);
        notebook.note(new LogEntry(group, 1, UUID.randomUUID(), bob, Instant.EPOCH, null, removed));
        notebook.note(new LogEntry(group, 2, UUID.randomUUID(), bob, Instant.EPOCH, null, newer));

        assertThat(Notebook.open(home).messages(group).last(10))
                .extracting(told -> told.entry().change())
                .containsExactly(removed, newer);
    }

    @Test
    void whatWasSaidAboutMessagesOutlivesTheProcess() {
        Notebook notebook = Notebook.open(home);
        note(notebook, 1, "{\"type\": \"text\", \"text\": \"hello\", \"unheardOf\": {\"by\": \"this version\"}}");
        note(notebook, 3, "{\"type\": \"reaction\", \"of\": 1, \"emoji\": \"👍🏽\"}");
        note(notebook, 2, "{\"type\": \"edit\", \"of\": 1, \"content\": {\"type\": \"text\", \"text\": \"hi\"}}");
        note(notebook, 4, "{\"type\": \"hologram\", \"of\": \"a cat\"}");

        List<Told.New> before = notebook.messages(group).last(10);
        List<Told.New> after = Notebook.open(home).messages(group).last(10);
        assertThat(after).isEqualTo(before).hasSize(2);
        assertThat(after.getFirst().message().content()).isEqualTo(new Content.Text("hi"));
        assertThat(after.getFirst().message().reactions()).containsEntry(bob, "👍🏽");
        assertThat(after.getFirst().entry().content().at("/unheardOf/by").asString())
                .isEqualTo("this version");
        assertThat(after.getLast().entry().content().path("of").asString()).isEqualTo("a cat");
    }

    @Test
    void whatItsAuthorHasDeletedIsNotOnDiskAnyMore() throws IOException {
        Notebook notebook = Notebook.open(home);
        note(notebook, 1, "{\"type\": \"text\", \"text\": \"a secret\"}");
        note(
                notebook,
                2,
                "{\"type\": \"edit\", \"of\": 1, \"content\": {\"type\": \"text\", \"text\": \"no secret\"}}");
        note(notebook, 3, "{\"type\": \"text\", \"text\": \"hello\"}");
        note(notebook, 4, "{\"type\": \"delete\", \"of\": 1}");
        note(notebook, 5, "{\"type\": \"text\", \"text\": \"bye\"}");

        assertThat(Files.readString(home.folder().resolve(group + ".jsonl"))).doesNotContain("secret");
        assertThat(notebook.messages(group).last(10))
                .extracting(told -> told.message().content())
                .containsExactly(new Content.Deleted(), new Content.Text("hello"), new Content.Text("bye"));
        assertThat(Notebook.open(home).messages(group).last(10))
                .extracting(told -> told.message().content())
                .containsExactly(new Content.Deleted(), new Content.Text("hello"), new Content.Text("bye"));
    }

    @Test
    void whatSomebodyElseHasDeletedIsOnlyShownSo() throws IOException {
        Notebook notebook = Notebook.open(home);
        note(notebook, 1, "{\"type\": \"text\", \"text\": \"a secret\"}");
        notebook.note(new LogEntry(
                group, 2, UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, new Content.Delete(1).written(), null));

        assertThat(Files.readString(home.folder().resolve(group + ".jsonl"))).contains("secret");
        assertThat(Notebook.open(home).messages(group).at(1)).get().matches(Message::isDeleted);
    }

    private void note(Notebook notebook, long seq, String content) {
        notebook.note(new LogEntry(
                group, seq, UUID.randomUUID(), bob, Instant.EPOCH, new JsonMapper().readTree(content), null));
    }
}
