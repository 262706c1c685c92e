package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.ANN;
import static app.parley.offlinestore.shard.Instance.ANNS_PHONE;
import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.ConversationRules;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Retention;
import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.conversation.WaitingUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a page has in the place of messages of which nothing is left: a page that looks shorter is taken for the last. */
class LogViewTest {

    private final UUID id = UUID.randomUUID();
    private final Conversation conversation = new Conversation(
            Snapshot.empty(id), new ConversationRules(Retention.ARCHIVE, 4, Duration.ofDays(1)), new WaitingUsers());

    @Test
    void whatHasDisappearedKeepsItsPlace() {
        say("stays", Kind.MESSAGE, null);
        say("timer", Kind.NOTICE, 60L);
        say("disappears", Kind.MESSAGE, null);
        say("timer off", Kind.NOTICE, 0L);
        conversation.durableTo(4);

        assertThat(page(LogView.after(conversation, BEN, 0, 4)))
                .containsExactly("stays", "timer", Message.GONE, "timer off");
        assertThat(page(LogView.after(conversation, BEN, 0, 3))).containsExactly("stays", "timer", Message.GONE);
        assertThat(page(LogView.before(conversation, BEN, null, 2))).containsExactly("timer off", Message.GONE);
    }

    /** All of it is in memory, so that no log is asked. */
    private static List<String> page(List<LogView> views) {
        LogView view = views.getFirst();
        assertThat(view.first()).isGreaterThan(view.last());
        return view.left(view.recent()).stream().map(Message::content).toList();
    }

    /** Long ago. */
    private void say(String content, Kind kind, @Nullable Long timer) {
        conversation.append(
                new Append(
                        id,
                        UUID.randomUUID(),
                        ANN,
                        ANNS_PHONE,
                        content,
                        BOTH,
                        0,
                        Retention.ARCHIVE,
                        0,
                        null,
                        kind,
                        null,
                        false,
                        timer),
                Instant.EPOCH);
    }
}
