package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.ANN;
import static app.parley.offlinestore.shard.Instance.ANNS_PHONE;
import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BENS_PHONE;
import static app.parley.offlinestore.shard.Instance.BOTH;
import static app.parley.offlinestore.shard.Instance.append;
import static app.parley.offlinestore.shard.Instance.eventually;
import static app.parley.offlinestore.shard.Instance.madeAt;
import static app.parley.offlinestore.shard.Instance.range;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Outcome.Appended;
import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.offlinestore.conversation.Reference;
import app.parley.offlinestore.conversation.Retention;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends that come again when their conversation, which remembers four, has long forgotten them. */
@RealStores(Store.CASSANDRA)
class LateRetryTest {

    private static final String REMEMBERED = "parley.offline-store.remembered-sends=4";
    private static final int SENDS = 12;

    private final UUID conversation = UUID.randomUUID();
    private Instance instance;
    private Instant clock = Instant.now();

    @BeforeEach
    void start(CassandraStore cassandra) {
        instance = Instance.start(cassandra, REMEMBERED);
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    private UUID nextId() {
        clock = clock.plusMillis(10);
        return madeAt(clock);
    }

    /** Sends as many as the conversation does not remember, and waits until it has forgotten them. */
    private List<Sent> sendAndForget(Supplier<UUID> ids, Retention retention) {
        List<Command> sends = Stream.generate(ids)
                .limit(SENDS)
                .<Command>map(id -> append(conversation, id, "text of " + id, BOTH, retention))
                .toList();
        List<Outcome> outcomes = instance.applyAll(sends);
        eventually(() -> assertThat(indexed()).isEqualTo(SENDS - 4));
        eventually(() -> assertThat(instance.rows("journal")).isZero());
        return IntStream.range(0, SENDS)
                .mapToObj(i -> new Sent(sends.get(i), (Appended) outcomes.get(i)))
                .toList();
    }

    private record Sent(Command command, Appended answer) {

        Appended answerToRetry() {
            return new Appended(answer.seq(), answer.at(), true, List.of());
        }
    }

    private void assertThatEachRetryFindsItsPlace(List<Sent> sent) {
        for (Sent each : sent) {
            assertThat(instance.apply(each.command())).isEqualTo(each.answerToRetry());
        }
        assertThat(instance.messages(conversation, 0L, null, 100))
                .extracting(Message::seq)
                .isEqualTo(range(1, SENDS));
    }

    private long indexed() {
        return instance.rows("send_by_id WHERE conversation = " + conversation + " ALLOW FILTERING");
    }

    private int lookUps() {
        return instance.faults().calls("SendIndex.find");
    }

    @Test
    void underArchiveEveryRetryIsRecognised() {
        assertThatEachRetryFindsItsPlace(sendAndForget(this::nextId, Retention.ARCHIVE));

        assertThat(lookUps()).isEqualTo(SENDS - 4);
    }

    @Test
    void oneThatIsAboutAMessageWhichIsLookedUpAsWellIsPlacedOnce() {
        sendAndForget(UUID::randomUUID, Retention.ARCHIVE);
        Append edit = new Append(
                conversation,
                UUID.randomUUID(),
                ANN,
                ANNS_PHONE,
                "edit",
                BOTH,
                0,
                Retention.ARCHIVE,
                0,
                null,
                Kind.EDIT,
                new Reference(1, true, 0),
                false,
                null);

        List<Outcome> outcomes = instance.applyAll(List.of(edit, edit));

        assertThat(outcomes).extracting(outcome -> ((Appended) outcome).seq()).containsExactly(SENDS + 1L, SENDS + 1L);
    }

    @Test
    void soIsOneWhoseIdDoesNotSayWhenItWasMade() {
        assertThatEachRetryFindsItsPlace(sendAndForget(UUID::randomUUID, Retention.ARCHIVE));
    }

    @Test
    void soIsOneAfterACrash(CassandraStore cassandra) {
        List<Sent> sent = sendAndForget(this::nextId, Retention.ARCHIVE);
        instance.die();

        instance = Instance.start(cassandra, REMEMBERED);

        assertThatEachRetryFindsItsPlace(sent);
        assertThat(instance.send(conversation, nextId(), "new", BOTH, Retention.ARCHIVE))
                .isEqualTo(SENDS + 1);
        assertThat(lookUps()).isEqualTo(SENDS - 4);
    }

    @Test
    void soIsOneWhoseConversationLeftMemory(CassandraStore cassandra) {
        instance.close();
        instance = Instance.start(cassandra, REMEMBERED, "parley.offline-store.settlement.idle-after=200ms");
        List<Sent> sent = sendAndForget(this::nextId, Retention.ARCHIVE);
        eventually(
                () -> assertThat(instance.gauge("parley.conversations.loaded")).isZero());

        assertThatEachRetryFindsItsPlace(sent);
    }

    @Test
    void underWipeARetryIsRecognisedWhileItsMessageIsKept() {
        assertThatEachRetryFindsItsPlace(sendAndForget(this::nextId, Retention.WIPE));
    }

    @Test
    void underWipeNothingIsIndexedThatEverybodyHas() {
        for (int i = 1; i <= SENDS; i++) {
            instance.send(conversation, nextId(), "text", BOTH, Retention.WIPE);
            instance.acknowledge(conversation, BEN, BENS_PHONE, i);
        }

        eventually(() -> assertThat(instance.rows("journal")).isZero());
        assertThat(indexed()).isZero();
    }

    @Test
    void aNewSendCostsNoLookUp() {
        sendAndForget(this::nextId, Retention.ARCHIVE);
        for (int i = 1; i <= SENDS; i++) {
            assertThat(instance.send(conversation, nextId(), "new", BOTH, Retention.ARCHIVE))
                    .isEqualTo(SENDS + i);
        }

        assertThat(lookUps()).isZero();
    }

    @Test
    void aSendThatOnlyLooksOldIsStoredOnceAndKeepsItsOrder() {
        List<Sent> sent = sendAndForget(this::nextId, Retention.ARCHIVE);
        Command looksOld = append(conversation, madeAt(Instant.EPOCH), "looks old", BOTH, Retention.ARCHIVE);
        Command isNew = append(conversation, nextId(), "new", BOTH, Retention.ARCHIVE);

        List<Outcome> outcomes =
                instance.applyAll(List.of(looksOld, sent.getFirst().command(), isNew, looksOld));

        assertThat(outcomes)
                .extracting(outcome -> ((Appended) outcome).seq())
                .containsExactly(SENDS + 1L, 1L, SENDS + 2L, SENDS + 1L);
        assertThat(outcomes)
                .extracting(outcome -> ((Appended) outcome).duplicate())
                .containsExactly(false, true, false, true);
    }

    @Test
    void whatCannotBeLookedUpIsNotStored() {
        List<Sent> sent = sendAndForget(this::nextId, Retention.ARCHIVE);
        instance.faults().fail("SendIndex.find");

        assertThat(instance.apply(sent.getFirst().command())).isEqualTo(new Refused(Reason.UNAVAILABLE));

        instance.faults().heal();
        assertThatEachRetryFindsItsPlace(sent);
    }

    @Test
    void whatCannotBeIndexedIsNotForgotten() {
        instance.faults().fail("SendIndex.store");
        UUID id = nextId();
        instance.send(conversation, id, "text", BOTH, Retention.ARCHIVE);
        for (int i = 2; i <= SENDS; i++) {
            instance.send(conversation, nextId(), "text", BOTH, Retention.ARCHIVE);
        }
        eventually(() -> assertThat(instance.faults().calls("SendIndex.store")).isGreaterThan(2));

        assertThat(instance.send(conversation, id, "text", BOTH, Retention.ARCHIVE))
                .isEqualTo(1);
        assertThat(lookUps()).isZero();
    }
}
