package app.parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.cli.conversation.Tick;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminalOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A line that is being written and a transcript above it, on a terminal whose screen can be looked at. */
@Timeout(60)
class ChatReaderTest {

    private static final int COLUMNS = 60;
    private static final int ROWS = 12;
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final Transcript.Key KEY = new Transcript.Key(CONVERSATION, 1);

    private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
    private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();
    private LineDisciplineTerminal terminal;
    private ChatReader reader;
    private Transcript transcript;
    private Thread reading;

    @BeforeEach
    void open() throws IOException {
        OutputStream output =
                new ScreenTerminalOutputStream(screen, StandardCharsets.UTF_8, OutputStream.nullOutputStream());
        // not TerminalBuilder's: on a pty its pumps close the terminal as well, and the second to close it fails
        terminal = new LineDisciplineTerminal("test", "xterm-256color", output, StandardCharsets.UTF_8);
        terminal.setSize(new Size(COLUMNS, ROWS));
        reader = new ChatReader(terminal, _ -> {});
        transcript = new Transcript(reader, new Theme(false), ZoneOffset.UTC);
        reading = Thread.ofPlatform().daemon().start(this::read);
        await().until(reader::isReading);
    }

    private void read() {
        try {
            while (true) {
                entered.add(reader.readLine("> "));
            }
        } catch (UserInterruptException e) {
            // the test is over
        }
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        reading.interrupt();
        reading.join();
        terminal.close();
    }

    private static Line own(String text, Tick tick) {
        return Line.own(NOON, 0, tick, null, text);
    }

    private static Line bob(String text) {
        return new Line(NOON, 1, null, Line.Voice.PEER, "bob", null, text);
    }

    private List<String> rows() {
        return screen.toString().lines().map(String::stripTrailing).toList();
    }

    private void type(String text) throws IOException {
        terminal.processInputBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTickChangesInPlaceWhileSomethingIsBeingWritten() throws IOException {
        transcript.message(KEY, own("hello", Tick.WAITING));
        transcript.message(new Transcript.Key(CONVERSATION, 2), bob("hi\nthere"));
        type("half a sent");
        await().untilAsserted(() -> assertThat(rows()).contains("> half a sent"));

        assertThat(transcript.tick(KEY, Tick.DELIVERED)).isTrue();

        await().untilAsserted(() -> assertThat(rows())
                .contains("12:00 ✓✓ you: hello", "12:00    bob: hi", "              there", "> half a sent")
                .doesNotContain("12:00 ·  you: hello"));
    }

    @Test
    void aTickOfAMessageThatHasLeftTheScreenIsNotDrawnAnywhere() {
        transcript.message(KEY, own("hello", Tick.SENT));
        IntStream.range(0, ROWS).forEach(i -> transcript.notice("notice " + i));

        assertThat(transcript.tick(KEY, Tick.READ)).isFalse();

        transcript.notice("the last");
        await().untilAsserted(() -> assertThat(rows()).contains("· the last").noneMatch(row -> row.contains("✔")));
    }

    @Test
    void aTallLineThatWasWrittenMeanwhilePushesTheOldRowsAway() throws Exception {
        IntStream.range(0, ROWS).forEach(i -> transcript.notice("notice " + i));
        transcript.message(KEY, own("hello", Tick.SENT));
        type("\033[200~" + "row\n".repeat(ROWS) + "\033[201~\r");
        assertThat(entered.take()).isEqualTo("row\n".repeat(ROWS));
        await().until(reader::isReading);

        assertThat(transcript.tick(KEY, Tick.READ)).isFalse();

        transcript.notice("the last");
        await().untilAsserted(() -> assertThat(rows()).contains("· the last").noneMatch(row -> row.contains("✔")));
    }

    @Test
    void whatIsPastedIsOneMessage() throws Exception {
        String pasted = "first line\n\n  third \\ \"line\" !!\nالسلام عليكم\n👩‍👩‍👧‍👦";
        type("\033[200~" + pasted.replace('\n', '\r') + "\033[201~\r");

        assertThat(entered.take()).isEqualTo(pasted);
    }

    @Test
    void fourThousandCharactersCanBePasted() throws Exception {
        String pasted = "語x".repeat(2_000);
        CompletableFuture<Void> typed = CompletableFuture.runAsync(() -> {
            try {
                type("\033[200~" + pasted + "\033[201~\r");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(entered.take()).isEqualTo(pasted);
        typed.join();
    }

    @Test
    void controlCharactersOfOthersDoNotReachTheTerminal() {
        transcript.message(KEY, new Line(NOON, 1, null, Line.Voice.STRANGER, "eve", null, "\033[2J\033[H gone?"));

        await().untilAsserted(() -> assertThat(rows()).contains("12:00    eve: ␛[2J␛[H gone?"));
    }

    @Test
    void aMessageIsChangedWhereItIsWhileSomethingIsBeingWritten() throws IOException {
        transcript.message(KEY, bob("the first version of a text that takes two rows here"));
        transcript.notice("below");
        type("half a sent");

        assertThat(transcript.change(KEY, "short (edited)")).isTrue();

        await().untilAsserted(() -> assertThat(rows())
                .containsSubsequence("12:00    bob: short (edited)", "", "· below", "> half a sent")
                .noneMatch(row -> row.contains("version") || row.contains("rows here")));
    }

    @Test
    void whatNeedsMoreRowsThanThereAreIsNotChangedInPlace() {
        transcript.message(KEY, bob("short"));
        transcript.notice("below");

        assertThat(transcript.change(KEY, "long\nlonger")).isFalse();
        assertThat(transcript.change(new Transcript.Key(CONVERSATION, 7), "not there"))
                .isFalse();

        await().untilAsserted(() -> assertThat(rows()).contains("12:00    bob: short", "· below"));
    }

    @Test
    void anOwnMessageShowsItsNumberWhenItHasOne() {
        Transcript.Key waiting = new Transcript.Key(UUID.randomUUID(), 0);
        assertThat(transcript.switchNumbers()).isTrue();
        transcript.message(waiting, own("hello", Tick.WAITING));
        transcript.notice("below");
        await().untilAsserted(() -> assertThat(rows()).contains("12:00 ·        you: hello"));

        transcript.placed(waiting, new Transcript.Key(CONVERSATION, 41));
        assertThat(transcript.tick(new Transcript.Key(CONVERSATION, 41), Tick.SENT))
                .isTrue();

        await().untilAsserted(() -> assertThat(rows()).contains("12:00 ✓  #41   you: hello"));
    }
}
