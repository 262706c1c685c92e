package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BENS_PHONE;
import static app.parley.offlinestore.shard.Instance.BOTH;
import static app.parley.offlinestore.shard.Instance.append;
import static app.parley.offlinestore.shard.Instance.eventually;
import static app.parley.offlinestore.shard.Instance.range;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Outcome.Appended;
import app.parley.offlinestore.conversation.Position;
import app.parley.offlinestore.conversation.Recipient;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RealStores(Store.CASSANDRA)
class RestartTest {

    private final UUID conversation = UUID.randomUUID();

    @Test
    void whatWasAcceptedSurvivesACrash(CassandraStore cassandra) {
        UUID id = UUID.randomUUID();
        Instance first = Instance.start(cassandra, "parley.offline-store.settlement.grace=1m");
        Outcome accepted = first.apply(append(conversation, id, "one", BOTH, null));
        first.send(conversation, "two");
        first.die();

        try (Instance second = Instance.start(cassandra)) {
            assertThat(second.texts(conversation)).containsExactly("one", "two");
            assertThat(second.pending(BEN, BENS_PHONE)).contains(new Position(conversation, 0, 2));
            assertThat(second.apply(append(conversation, id, "one", BOTH, null)))
                    .isEqualTo(new Appended(1, ((Appended) accepted).at(), true, List.of()));
            assertThat(second.send(conversation, "three")).isEqualTo(3);
        }
    }

    /** When a segment goes, the state is carried to a newer one, behind the messages that this has already. */
    @Test
    void aMessageThatPrecedesTheOnlyStateInTheJournalSurvivesACrash(CassandraStore cassandra) {
        Instance first = Instance.start(
                cassandra,
                "parley.offline-store.journal.segment-age=2s",
                "parley.offline-store.settlement.grace=500ms");
        eventually(() -> assertThat(first.rows("journal")).isZero());
        first.send(conversation, "one");
        first.acknowledge(conversation, BEN, BENS_PHONE, 1);
        int deleted = first.faults().calls("Journal.delete");
        eventually(() -> {
            first.send(conversation, "text");
            assertThat(first.faults().calls("Journal.delete")).isGreaterThan(deleted);
        });
        long head = first.send(conversation, "last");
        first.die();

        try (Instance second = Instance.start(cassandra)) {
            assertThat(second.pending(BEN, BENS_PHONE)).contains(new Position(conversation, 1, head));
            assertThat(second.messages(conversation, 1L, null, 500).stream().map(Message::seq))
                    .containsExactlyElementsOf(range(2, head));
        }
    }

    @Test
    void acknowledgementsSurviveAPlannedStop(CassandraStore cassandra) {
        try (Instance first = Instance.start(cassandra, "parley.offline-store.journal.progress-delay=1m")) {
            first.send(conversation, "one");
            first.acknowledge(conversation, BEN, BENS_PHONE, 1);
        }

        try (Instance second = Instance.start(cassandra)) {
            assertThat(second.logs()
                            .state(conversation, BEN, BENS_PHONE)
                            .block()
                            .position())
                    .isEqualTo(new Position(conversation, 1, 1));
            assertThat(second.texts(conversation)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MessageLog.store",
                "MessageLog.store afterwards",
                "WaitingLists.add",
                "ConversationStates.save",
                "Journal.delete",
                "none"
            })
    void aCrashAtAnyStepOfTheSettlementLosesNothing(String step, CassandraStore cassandra) {
        UUID id = UUID.randomUUID();
        UUID cy = UUID.randomUUID();
        UUID cysPhone = UUID.randomUUID();
        List<Recipient> both = List.of(BOTH.getFirst(), new Recipient(cy, 0, 0, List.of(cysPhone)));
        String two = "two " + conversation;
        Instance first = Instance.start(cassandra);
        // what other tests left is settled, and older epochs are gone, so that the step is about this conversation
        eventually(() -> assertThat(first.rows("journal")).isZero());
        eventually(() -> assertThat(first.rows("journal_window")).isEqualTo(2));
        String reached = step.equals("none") ? "Journal.delete" : step.split(" ")[0];
        int before = first.faults().calls(reached);
        first.faults().fail(step);
        first.send(conversation, id, "one", both, null);
        first.send(conversation, UUID.randomUUID(), two, both, null);
        first.acknowledge(conversation, cy, cysPhone, 1);
        eventually(() -> assertThat(first.faults().calls(reached)).isGreaterThan(before));
        first.die();

        try (Instance second = Instance.start(cassandra)) {
            assertThat(second.texts(conversation)).containsExactly(two);
            assertThat(second.pending(cy, cysPhone)).containsExactly(new Position(conversation, 1, 2));
            assertThat(second.send(conversation, id, "one", both, null)).isEqualTo(1);
            assertThat(second.send(conversation, UUID.randomUUID(), "three", both, null))
                    .isEqualTo(3);
            second.acknowledge(conversation, cy, cysPhone, 3);
            eventually(() -> assertThat(second.isAnywhere(two)).isFalse());
        }
    }

    @Test
    void whatMayHaveBeenStoredIsWipedEvenIfItIsAcknowledgedMeanwhile(CassandraStore cassandra) {
        try (Instance instance = Instance.start(cassandra)) {
            String text = "doubtful " + conversation;
            instance.faults().fail("MessageLog.store afterwards");
            instance.send(conversation, text);
            eventually(() ->
                    assertThat(instance.faults().calls("MessageLog.store")).isPositive());

            instance.acknowledge(conversation, BEN, BENS_PHONE, 1);
            instance.faults().heal();

            eventually(() -> assertThat(instance.isAnywhere(text)).isFalse());
        }
    }

    @Test
    void anIdleConversationIsFoundAgainAfterItLeftMemory(CassandraStore cassandra) {
        try (Instance instance = Instance.start(cassandra, "parley.offline-store.settlement.idle-after=200ms")) {
            UUID id = UUID.randomUUID();
            instance.send(conversation, id, "one", BOTH, null);
            eventually(() ->
                    assertThat(instance.gauge("parley.conversations.loaded")).isZero());

            assertThat(instance.pending(BEN, BENS_PHONE)).contains(new Position(conversation, 0, 1));
            assertThat(instance.texts(conversation)).containsExactly("one");
            assertThat(instance.send(conversation, id, "one", BOTH, null)).isEqualTo(1);
            assertThat(instance.send(conversation, "two")).isEqualTo(2);
        }
    }

    @Test
    void theFirstNumberOfShardsStays(CassandraStore cassandra) {
        try (Instance first = Instance.start(cassandra)) {
            first.send(conversation, "one");
        }
        try (Instance again = Instance.start(cassandra, "parley.offline-store.shards=3")) {
            assertThat(again.shards().count()).isEqualTo(2);
            assertThat(again.texts(conversation)).containsExactly("one");
        }
    }
}
