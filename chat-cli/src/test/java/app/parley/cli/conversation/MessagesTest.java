package app.parley.cli.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.cli.frame.Content;
import app.parley.cli.frame.GroupChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MessagesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final UUID conversation = UUID.randomUUID();
    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final Messages messages = new Messages(List.of());
    private long seq;

    private LogEntry entry(long place, UUID from, String content) {
        return new LogEntry(conversation, place, UUID.randomUUID(), from, Instant.EPOCH, JSON.readTree(content), null);
    }

    private Told add(UUID from, String content) {
        return messages.add(entry(++seq, from, content));
    }

    private Message at(long place) {
        return messages.at(place).orElseThrow();
    }

    private static String text(String text) {
        return "{\"type\": \"text\", \"text\": \"" + text + "\"}";
    }

    private static String edit(long of, String text) {
        return "{\"type\": \"edit\", \"of\": " + of + ", \"content\": " + text(text) + "}";
    }

    private static String reaction(long of, String emoji) {
        return "{\"type\": \"reaction\", \"of\": " + of + ", \"emoji\": \"" + emoji + "\"}";
    }

    private static String poll() {
        return "{\"type\": \"poll\", \"question\": \"When?\", \"options\": [\"today\", \"tomorrow\"]}";
    }

    private static String vote(long of, String options) {
        return "{\"type\": \"vote\", \"of\": " + of + ", \"options\": [" + options + "]}";
    }

    private static String delete(long of) {
        return "{\"type\": \"delete\", \"of\": " + of + "}";
    }

    @Test
    void ofWhatIsGoneNothingIsShown() {
        add(alice, text("hello"));

        assertThat(add(bob, "{\"type\": \"gone\"}")).isInstanceOf(Told.PassedOver.class);

        assertThat(messages.at(2)).isEmpty();
        assertThat(messages.last(5)).hasSize(1);
    }

    @Test
    void ofEachUserTheLastReactionCountsAndTheEmptyOneTakesItBack() {
        add(alice, text("hello"));
        add(bob, reaction(1, "👍"));
        add(alice, reaction(1, "👍"));
        assertThat(add(bob, reaction(1, "🎉"))).isInstanceOf(Told.Changed.class);
        assertThat(at(1).reactions())
                .containsEntry(bob, "🎉")
                .containsEntry(alice, "👍")
                .hasSize(2);

        add(bob, reaction(1, ""));
        assertThat(at(1).reactions()).containsOnlyKeys(alice);
    }

    @Test
    void onlyTheAuthorsEditsCountAndTheLastOfThem() {
        add(alice, text("helo"));
        add(alice, edit(1, "hello"));
        add(alice, edit(1, "hello!"));
        assertThat(add(bob, edit(1, "goodbye"))).isInstanceOf(Told.PassedOver.class);

        assertThat(at(1).content()).isEqualTo(new Content.Text("hello!"));
        assertThat(at(1).edited()).isTrue();
        assertThat(messages.last(10)).hasSize(1);
    }

    @Test
    void whatIsDeletedStaysSoWhateverIsSaidAboutIt() {
        add(alice, text("oops"));
        add(bob, reaction(1, "👍"));
        add(alice, delete(1));
        assertThat(add(bob, reaction(1, "😢"))).isInstanceOf(Told.PassedOver.class);
        assertThat(add(alice, edit(1, "again"))).isInstanceOf(Told.PassedOver.class);

        assertThat(at(1).isDeleted()).isTrue();
        assertThat(at(1).reactions()).isEmpty();
    }

    @Test
    void whatWasDeletedBeforeItCameIsAMessage() {
        assertThat(add(alice, "{\"type\": \"deleted\"}")).isInstanceOf(Told.New.class);
        assertThat(add(bob, reaction(1, "👍"))).isInstanceOf(Told.PassedOver.class);
        assertThat(at(1).isDeleted()).isTrue();
    }

    @Test
    void ofEachUserTheLastVoteCountsAndOnlyInAPoll() {
        add(alice, poll());
        add(bob, vote(1, "0"));
        add(bob, vote(1, "1"));
        add(alice, vote(1, "0, 1"));
        assertThat(at(1).votes()).containsEntry(bob, List.of(1)).containsEntry(alice, List.of(0, 1));

        add(alice, vote(1, ""));
        assertThat(at(1).votes()).containsOnlyKeys(bob);

        add(alice, text("no poll"));
        assertThat(add(bob, vote(7, "0"))).isInstanceOf(Told.PassedOver.class);
    }

    @Test
    void theLastPinCountsWhoeverPinned() {
        add(alice, text("hello"));
        add(alice, "{\"type\": \"pin\", \"of\": 1, \"pinned\": true}");
        assertThat(at(1).pinned()).isTrue();
        add(bob, "{\"type\": \"pin\", \"of\": 1, \"pinned\": false}");
        assertThat(at(1).pinned()).isFalse();
    }

    @Test
    void aReplyComesWithWhatItAnswersAsThatIsNow() {
        add(alice, text("helo"));
        add(alice, edit(1, "hello"));
        Told reply = add(bob, "{\"type\": \"text\", \"text\": \"hi\", \"replyTo\": {\"seq\": 1}}");
        Told lost = add(bob, "{\"type\": \"text\", \"text\": \"hi\", \"replyTo\": {\"seq\": 77}}");

        assertThat(reply).isEqualTo(new Told.New(at(3), at(1)));
        assertThat(lost).isEqualTo(new Told.New(at(4), null));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 77, 0, -1})
    void whatIsAboutNoMessageIsPassedOver(long of) {
        add(alice, text("hello"));
        assertThat(add(bob, reaction(of, "👍"))).isInstanceOf(Told.PassedOver.class);
        assertThat(at(1).reactions()).isEmpty();
    }

    @Test
    void whatTheServerSaidIsNotChanged() {
        messages.add(new LogEntry(
                conversation, ++seq, UUID.randomUUID(), alice, Instant.EPOCH, null, new GroupChange.Unknown()));
        assertThat(add(alice, edit(1, "mine"))).isInstanceOf(Told.PassedOver.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"hologram\"}",
                "{\"type\": \"text\"}",
                "{\"type\": \"poll\", \"question\": 5}",
                "{\"type\": \"vote\", \"of\": 1}",
                "{\"type\": \"edit\", \"of\": 1}",
                "{\"type\": \"reaction\", \"of\": {}, \"emoji\": \"👍\"}",
                "{\"type\": 7}",
                "{}",
                "[]",
                "null"
            })
    void whatIsNotUnderstoodIsAMessageThatCannotBeShown(String content) {
        add(alice, text("hello"));
        assertThat(add(bob, content)).isInstanceOf(Told.New.class);
        assertThat(at(2).content()).isEqualTo(new Content.Unknown());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inWhateverOrderAndHoweverOftenEntriesComeTheyShowTheSame(long seed) {
        List<LogEntry> log = List.of(
                entry(1, alice, text("one")),
                entry(2, bob, reaction(1, "👍")),
                entry(3, bob, poll()),
                entry(4, alice, edit(1, "uno")),
                entry(5, alice, vote(3, "0")),
                entry(6, bob, reaction(1, "🎉")),
                entry(7, alice, vote(3, "1")),
                entry(8, bob, reaction(9, "👍")),
                entry(9, alice, text("two")),
                entry(10, alice, delete(9)),
                entry(11, bob, text("three")));
        List<Told.New> inOrder = new Messages(log).last(10);
        List<LogEntry> shuffled = new ArrayList<>(log);
        shuffled.addAll(log.subList(2, 8));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(new Messages(shuffled).last(10)).isEqualTo(inOrder).hasSize(4);
        assertThat(inOrder.get(2).message().reactions()).isEmpty();
    }

    @Test
    void whatIsTooLongAgoIsForgotten() {
        for (int i = 0; i <= Messages.KEPT; i++) {
            add(alice, text("hello"));
        }
        assertThat(messages.first()).contains(2L);
        assertThat(add(bob, reaction(1, "👍"))).isInstanceOf(Told.PassedOver.class);
    }
}
