package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.ANN;
import static app.parley.offlinestore.shard.Instance.ANNS_PHONE;
import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BENS_LAPTOP;
import static app.parley.offlinestore.shard.Instance.BENS_PHONE;
import static app.parley.offlinestore.shard.Instance.BOTH;
import static app.parley.offlinestore.shard.Instance.append;
import static app.parley.offlinestore.shard.Instance.eventually;
import static app.parley.offlinestore.shard.Instance.range;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Outcome.Appended;
import app.parley.offlinestore.conversation.Outcome.Progressed;
import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.offlinestore.conversation.Position;
import app.parley.offlinestore.conversation.Recipient;
import app.parley.offlinestore.conversation.Retention;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@RealStores(Store.CASSANDRA)
class ConversationLogsTest {

    private static Instance instance;

    private final UUID conversation = UUID.randomUUID();

    @BeforeAll
    static void start(CassandraStore cassandra) {
        instance = Instance.start(cassandra);
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void messagesGetTheirPlacesInOrderWithoutHoles() {
        List<Command> commands = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            commands.add(append(conversation, UUID.randomUUID(), "text " + i, BOTH, null));
        }

        List<Outcome> outcomes = instance.applyAll(commands);

        assertThat(outcomes).extracting(outcome -> ((Appended) outcome).seq()).isEqualTo(range(1, 300));
        assertThat(instance.messages(conversation, 0L, null, 500))
                .extracting(Message::seq)
                .isEqualTo(range(1, 300));
        assertThat(instance.messages(conversation, 0L, null, 500).get(41).content())
                .isEqualTo("text 42");
    }

    @Test
    void aRetriedSendGetsTheSamePlace() {
        UUID id = UUID.randomUUID();
        Outcome first = instance.apply(append(conversation, id, "once", BOTH, null));
        instance.send(conversation, "another");

        Outcome second = instance.apply(append(conversation, id, "once", BOTH, null));

        Appended stored = (Appended) first;
        assertThat(second).isEqualTo(new Appended(stored.seq(), stored.at(), true, List.of()));
        assertThat(instance.texts(conversation)).containsExactly("once", "another");
    }

    @Test
    void aRetryInTheSameBatchIsRecognised() {
        UUID id = UUID.randomUUID();

        List<Outcome> outcomes = instance.applyAll(
                List.of(append(conversation, id, "once", BOTH, null), append(conversation, id, "once", BOTH, null)));

        assertThat(outcomes)
                .extracting(outcome -> ((Appended) outcome).duplicate())
                .containsExactly(false, true);
        assertThat(outcomes).extracting(outcome -> ((Appended) outcome).seq()).containsExactly(1L, 1L);
    }

    @Test
    void whatADeviceHasNotAcknowledgedWaitsForIt() {
        instance.send(conversation, "one");
        instance.send(conversation, "two");
        assertThat(instance.pending(BEN, BENS_PHONE)).contains(new Position(conversation, 0, 2));
        assertThat(instance.pending(ANN, ANNS_PHONE))
                .noneMatch(position -> position.conversation().equals(conversation));

        Outcome outcome = instance.acknowledge(conversation, BEN, BENS_PHONE, 1);

        assertThat(outcome).isEqualTo(new Progressed(1, 0, true, null));
        assertThat(instance.pending(BEN, BENS_PHONE)).contains(new Position(conversation, 1, 2));
        assertThat(instance.acknowledge(conversation, BEN, BENS_PHONE, 1)).isEqualTo(new Progressed(1, 0, false, null));
    }

    @Test
    void readingIsReceivingToo() {
        instance.send(conversation, "one");

        assertThat(instance.apply(new Command.MarkRead(conversation, BEN, BENS_PHONE, 1)))
                .isEqualTo(new Progressed(1, 1, true, null));
    }

    @Test
    void onlyWhatIsThereCanBeAcknowledgedAndOnlyByMembers() {
        instance.send(conversation, "one");

        assertThat(instance.acknowledge(conversation, BEN, BENS_PHONE, 2))
                .isEqualTo(new Refused(Reason.SEQ_OUT_OF_RANGE));
        assertThat(instance.acknowledge(conversation, BEN, BENS_PHONE, 0))
                .isEqualTo(new Refused(Reason.SEQ_OUT_OF_RANGE));
        assertThat(instance.acknowledge(conversation, UUID.randomUUID(), BENS_PHONE, 1))
                .isEqualTo(new Refused(Reason.NOT_A_MEMBER));
        assertThat(instance.acknowledge(conversation, BEN, BENS_LAPTOP, 1))
                .isEqualTo(new Progressed(0, 0, false, null));
    }

    @Test
    void underWipeNoTableHoldsAMessageThatEverybodyHas() {
        String text = "wiped " + UUID.randomUUID();
        instance.send(conversation, text);
        assertThat(instance.isAnywhere(text)).isTrue();

        instance.acknowledge(conversation, BEN, BENS_PHONE, 1);

        assertThat(instance.texts(conversation)).isEmpty();
        eventually(() -> assertThat(instance.isAnywhere(text)).isFalse());
    }

    @Test
    void underWipeAMessageThatWaitedIsWipedOnceEverybodyHasIt() {
        String text = "waited " + UUID.randomUUID();
        instance.send(conversation, text);
        eventually(() -> assertThat(instance.faults().calls("WaitingLists.add")).isPositive());
        eventually(() -> assertThat(instance.logs()
                        .state(conversation, BEN, BENS_PHONE)
                        .block()
                        .position()
                        .head())
                .isEqualTo(1));

        eventually(() -> assertThat(stored(text)).isTrue());
        assertThat(instance.texts(conversation)).containsExactly(text);
        instance.acknowledge(conversation, BEN, BENS_PHONE, 1);

        eventually(() -> assertThat(instance.isAnywhere(text)).isFalse());
        eventually(() -> assertThat(
                        instance.rows("pending_by_user WHERE user = " + BEN + " AND conversation = " + conversation))
                .isZero());
    }

    private boolean stored(String text) {
        return instance.rows("message_by_conversation WHERE conversation = " + conversation + " AND bucket = 0") > 0
                && instance.isAnywhere(text);
    }

    @Test
    void underArchiveTheLogStays() {
        UUID id = UUID.randomUUID();
        instance.send(conversation, id, "kept", BOTH, Retention.ARCHIVE);
        instance.acknowledge(conversation, BEN, BENS_PHONE, 1);

        eventually(() -> assertThat(instance.rows(
                        "message_by_conversation WHERE conversation = " + conversation + " AND bucket = 0"))
                .isEqualTo(1));
        assertThat(instance.texts(conversation)).containsExactly("kept");
    }

    @Test
    void whoIsAwayKeepsOnlyTheirOwn() {
        UUID other = UUID.randomUUID();
        String kept = "kept " + other;
        String gone = "gone " + other;
        UUID cy = UUID.randomUUID();
        UUID cysPhone = UUID.randomUUID();
        instance.send(
                conversation,
                UUID.randomUUID(),
                kept,
                List.of(BOTH.get(0), BOTH.get(1), new Recipient(cy, 0, 0, List.of(cysPhone))),
                null);
        instance.send(other, gone);

        instance.acknowledge(conversation, BEN, BENS_PHONE, 1);
        instance.acknowledge(other, BEN, BENS_PHONE, 1);

        eventually(() -> assertThat(instance.isAnywhere(gone)).isFalse());
        eventually(() ->
                assertThat(instance.rows("pending_by_user WHERE user = " + cy)).isEqualTo(1));
        assertThat(instance.pending(cy, cysPhone)).containsExactly(new Position(conversation, 0, 1));
        assertThat(instance.texts(conversation)).containsExactly(kept);
    }

    @Test
    void whatCameWhileAUserHadNoDeviceGoesToTheFirst() {
        UUID cy = UUID.randomUUID();
        UUID cysPhone = UUID.randomUUID();
        List<Recipient> audience = List.of(BOTH.getFirst(), new Recipient(cy, 0, 0, List.of()));
        instance.send(conversation, UUID.randomUUID(), "one", audience, null);
        instance.send(conversation, UUID.randomUUID(), "two", audience, null);

        assertThat(instance.pending(cy, cysPhone)).containsExactly(new Position(conversation, 0, 2));
        assertThat(instance.pending(cy, UUID.randomUUID())).isEmpty();
        assertThat(instance.acknowledge(conversation, cy, cysPhone, 2)).isEqualTo(new Progressed(2, 0, true, null));
    }

    @Test
    void aNewDeviceStartsAtTheHead() {
        instance.send(conversation, "one");
        instance.send(
                conversation,
                UUID.randomUUID(),
                "two",
                List.of(BOTH.getFirst(), new Recipient(BEN, 0, 0, List.of(BENS_PHONE, BENS_LAPTOP))),
                null);

        assertThat(instance.pending(BEN, BENS_LAPTOP)).contains(new Position(conversation, 1, 2));
        assertThat(instance.pending(BEN, BENS_PHONE)).contains(new Position(conversation, 0, 2));
    }

    @Test
    void nothingWaitsForARevokedDeviceButWhatNoOtherHasWaitsForTheNext() {
        instance.send(conversation, "one");

        instance.forget(BEN, BENS_PHONE);

        assertThat(instance.pending(BEN, BENS_LAPTOP)).contains(new Position(conversation, 0, 1));
        assertThat(instance.pending(BEN, BENS_PHONE))
                .noneMatch(position -> position.conversation().equals(conversation));
    }

    @Test
    void theLogIsReadInBothDirectionsAcrossMemoryAndTable() {
        for (int i = 1; i <= 5; i++) {
            instance.send(conversation, UUID.randomUUID(), "old " + i, BOTH, Retention.ARCHIVE);
        }
        eventually(() -> assertThat(instance.rows(
                        "message_by_conversation WHERE conversation = " + conversation + " AND bucket = 0"))
                .isEqualTo(5));
        for (int i = 6; i <= 8; i++) {
            instance.send(conversation, UUID.randomUUID(), "new " + i, BOTH, Retention.ARCHIVE);
        }

        assertThat(instance.messages(conversation, 0L, null, 100))
                .extracting(Message::seq)
                .isEqualTo(range(1, 8));
        assertThat(instance.messages(conversation, 3L, null, 4))
                .extracting(Message::seq)
                .isEqualTo(range(4, 7));
        assertThat(instance.messages(conversation, null, 7L, 4))
                .extracting(Message::seq)
                .isEqualTo(range(3, 6));
        assertThat(instance.messages(conversation, null, null, 3))
                .extracting(Message::seq)
                .isEqualTo(range(6, 8));
        assertThat(instance.messages(conversation, 8L, null, 3)).isEmpty();
        assertThat(instance.messages(UUID.randomUUID(), null, null, 3)).isEmpty();
    }
}
