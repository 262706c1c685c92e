package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.ANN;
import static app.parley.offlinestore.shard.Instance.ANNS_PHONE;
import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BENS_PHONE;
import static app.parley.offlinestore.shard.Instance.BOTH;
import static app.parley.offlinestore.shard.Instance.append;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.api.ShardMap;
import app.parley.offlinestore.conversation.Event.MessageAppended;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome.Appended;
import app.parley.offlinestore.conversation.Position;
import app.parley.offlinestore.journal.EventCodec;
import app.parley.offlinestore.journal.Flush;
import app.parley.offlinestore.journal.Place;
import app.parley.offlinestore.journal.Window;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an owner that was thought dead writes to its own epoch when another has followed. */
@RealStores(Store.CASSANDRA)
class SealedEpochTest {

    /** Nothing is settled, so that every later owner meets every epoch again. */
    private static final String[] KEEP_JOURNAL = {
        "parley.offline-store.settlement.grace=1h", "parley.offline-store.journal.segment-age=1h"
    };

    private final UUID conversation = UUID.randomUUID();
    private final int shard = ShardMap.shardOf(conversation, 2);
    private final UUID lateId = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 1000", "1, 1", "7, 1"})
    void whatItWritesAfterTheSealIsVoidForEveryLaterOwner(
            long segmentsLater, long positionsLater, CassandraStore cassandra) {
        Place last = sendAndDie(cassandra);
        Instance second = Instance.start(cassandra, KEEP_JOURNAL);
        write(second, new Place(last.epoch(), last.segment() + segmentsLater, last.position() + positionsLater), 3);
        assertThat(second.send(conversation, "three")).isEqualTo(3);
        second.die();

        for (long next = 4; next <= 5; next++) {
            Instance later = Instance.start(cassandra, KEEP_JOURNAL);
            assertThat(sealOf(later, last.epoch())).isEqualTo(last);
            assertThat(later.texts(conversation))
                    .startsWith("one", "two", "three")
                    .doesNotContain("late");
            assertThat(later.pending(BEN, BENS_PHONE)).contains(new Position(conversation, 0, next - 1));
            assertThat(later.send(conversation, "text " + next)).isEqualTo(next);
            later.die();
        }

        try (Instance afterwards = Instance.start(cassandra, KEEP_JOURNAL)) {
            assertThat(afterwards.send(conversation, lateId, "late", BOTH, null))
                    .isEqualTo(6);
        }
    }

    @Test
    void whatItWritesBeforeTheSealIsKeptAndItsRetryFindsIt(CassandraStore cassandra) {
        Instance first = Instance.start(cassandra, KEEP_JOURNAL);
        Place last = send(first);
        first.crash();
        write(first, new Place(last.epoch(), last.segment(), last.position() + 1), 3);
        first.die();

        try (Instance second = Instance.start(cassandra, KEEP_JOURNAL)) {
            assertThat(second.texts(conversation)).containsExactly("one", "two", "late");
            assertThat(second.apply(append(conversation, lateId, "late", BOTH, null)))
                    .isInstanceOfSatisfying(Appended.class, appended -> {
                        assertThat(appended.seq()).isEqualTo(3);
                        assertThat(appended.duplicate()).isTrue();
                    });
        }
    }

    /** The last place that the first owner wrote. */
    private Place sendAndDie(CassandraStore cassandra) {
        Instance first = Instance.start(cassandra, KEEP_JOURNAL);
        Place last = send(first);
        first.die();
        return last;
    }

    private Place send(Instance first) {
        first.send(conversation, "one");
        first.send(conversation, "two");
        Window window = window(first);
        return first.journal()
                .read(shard, window.epoch(), window.first())
                .map(Flush::place)
                .blockLast();
    }

    private Window window(Instance instance) {
        return instance.journal()
                .windows(shard)
                .collectList()
                .map(windows -> windows.stream()
                        .max(Comparator.comparingLong(Window::epoch))
                        .orElseThrow())
                .block();
    }

    private Place sealOf(Instance owner, long epoch) {
        return window(owner).seals().get(epoch);
    }

    private void write(Instance by, Place place, long seq) {
        Message late =
                new Message(conversation, seq, lateId, ANN, ANNS_PHONE, Instant.now(), "late", Kind.MESSAGE, 0, null);
        by.journal()
                .append(
                        shard,
                        new Flush(
                                place,
                                EventCodec.encode(List.of(new MessageAppended(late, null, 0, null, false, null)))))
                .block();
    }
}
