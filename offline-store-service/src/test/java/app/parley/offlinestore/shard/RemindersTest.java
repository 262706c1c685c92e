package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BENS_PHONE;
import static app.parley.offlinestore.shard.Instance.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Outcome.Progressed;
import app.parley.offlinestore.conversation.Outcome.PushStarted;
import app.parley.offlinestore.conversation.Overdue;
import app.parley.offlinestore.conversation.PushRange;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is said not to have acknowledged in time, and to whom. */
@RealStores(Store.CASSANDRA)
class RemindersTest {

    private static final String[] SOON = {
        "parley.offline-store.supervision.first=200ms",
        "parley.offline-store.supervision.longest=400ms",
        "parley.offline-store.supervision.again-from=3",
        "parley.offline-store.supervision.attempts=1000",
        "parley.offline-store.supervision.seat=1s",
        "parley.offline-store.settlement.grace=1h"
    };

    private final UUID conversation = UUID.randomUUID();

    private List<Reminder> due(Instance instance, String node) {
        return instance.reminders(node).stream()
                .filter(reminder -> reminder.overdue().conversation().equals(conversation))
                .toList();
    }

    private void awaitReminder(Instance instance, boolean toPush, long head) {
        Overdue expected = new Overdue(conversation, BEN, List.of(BENS_PHONE), head, toPush);
        eventually(() -> assertThat(due(instance, "chat-1"))
                .extracting(Reminder::overdue)
                .containsExactly(expected));
    }

    @Test
    void whatIsNotAcknowledgedIsSaidAgainAndAgainUntilItIs(CassandraStore cassandra) {
        try (Instance instance = Instance.start(cassandra, SOON)) {
            instance.send(conversation, "one");
            awaitReminder(instance, true, 1);
            eventually(() -> assertThat(due(instance, "chat-1"))
                    .extracting(Reminder::again)
                    .containsExactly(true));

            instance.acknowledge(conversation, BEN, BENS_PHONE, 1);
            instance.send(conversation, "two");
            awaitReminder(instance, true, 2);
        }
    }

    @Test
    void oneNodeIsToldUntilItIsSilent(CassandraStore cassandra) {
        try (Instance instance = Instance.start(cassandra, SOON)) {
            instance.send(conversation, "one");
            awaitReminder(instance, true, 1);
            assertThat(instance.reminders("chat-2")).isEmpty();
            eventually(() -> assertThat(due(instance, "chat-2")).isNotEmpty());
            assertThat(instance.reminders("chat-1")).isEmpty();
        }
    }

    @Test
    void aSuccessorKnowsWhatIsOverdueAndForWhatAPushWentOut(CassandraStore cassandra) {
        Instance first = Instance.start(cassandra, SOON);
        first.send(conversation, "one");
        first.apply(new Command.NotePush(conversation, BEN, 1));
        first.send(conversation, "two");
        first.die();

        try (Instance second = Instance.start(cassandra, SOON)) {
            awaitReminder(second, true, 2);
            second.apply(new Command.NotePush(conversation, BEN, 2));
            awaitReminder(second, false, 2);
        }
    }

    @Test
    void aPushIsForTheSameMessagesUntilItIsOutWhateverComesInBetween(CassandraStore cassandra) {
        Command start = new Command.StartPush(conversation, BEN);
        Instance first = Instance.start(cassandra, SOON);
        first.send(conversation, "one");
        first.send(conversation, "two");
        assertThat(first.apply(start)).isEqualTo(new PushStarted(new PushRange(1, 2)));
        first.send(conversation, "three");
        assertThat(first.apply(start)).isEqualTo(new PushStarted(new PushRange(1, 2)));
        first.die();

        try (Instance second = Instance.start(cassandra, SOON)) {
            assertThat(second.apply(start)).isEqualTo(new PushStarted(new PushRange(1, 2)));
            second.acknowledge(conversation, BEN, BENS_PHONE, 1);
            assertThat(second.apply(start)).isEqualTo(new PushStarted(new PushRange(1, 2)));
            second.apply(new Command.NotePush(conversation, BEN, 2));
            assertThat(second.apply(start)).isEqualTo(new PushStarted(new PushRange(3, 3)));
            second.acknowledge(conversation, BEN, BENS_PHONE, 3);
            assertThat(second.apply(start)).isEqualTo(new Progressed(3, 0, false, null));
        }
    }
}
