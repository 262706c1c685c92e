package app.parley.offlinestore.shard;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.journal.Place;
import app.parley.offlinestore.lease.Stamps;
import app.parley.offlinestore.shard.ConversationStates.SavedState;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an owner that was followed still writes, late, beside the journal. */
@RealStores(Store.CASSANDRA)
class StampsTest {

    private final UUID conversation = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final Stamps older = new Stamps(4);
    private final Stamps newer = new Stamps(5);

    @Test
    void eachIsHigherThanAllBefore() {
        long first = older.next();
        assertThat(older.next()).isGreaterThan(first).isLessThan(newer.next());
        assertThat(first).isGreaterThan(Instant.now().toEpochMilli() * 1000);
    }

    @Test
    void anOldStateDoesNotTakeTheNewOnesPlace(CassandraStore cassandra) {
        try (Instance instance = Instance.start(cassandra)) {
            ConversationStates states = instance.stores().states();
            states.save(state(5), null, newer.next()).block();
            states.save(state(4), null, older.next()).block();
            assertThat(states.find(conversation).block()).isEqualTo(state(5));
        }
    }

    private SavedState state(long epoch) {
        return new SavedState(Snapshot.empty(conversation), new Place(epoch, 0, 0));
    }

    @Test
    void whatWasWipedStaysSo(CassandraStore cassandra) {
        try (Instance instance = Instance.start(cassandra)) {
            MessageLog log = instance.stores().log();
            Message message = new Message(
                    conversation, 1, UUID.randomUUID(), user, user, Instant.EPOCH, "text", Kind.MESSAGE, 0, null);
            log.store(conversation, List.of(message), null, older.next()).block();
            assertThat(log.ascending(conversation, 1, 1, 1).collectList().block())
                    .containsExactly(message);
            log.wipe(conversation, 1, 1, newer.next()).block();
            log.store(conversation, List.of(message), null, older.next()).block();
            assertThat(log.ascending(conversation, 1, 1, 1).collectList().block())
                    .isEmpty();
        }
    }

    @Test
    void aConversationThatWaitsIsNotTakenOffTheList(CassandraStore cassandra) {
        try (Instance instance = Instance.start(cassandra)) {
            WaitingLists lists = instance.stores().waiting();
            lists.add(user, conversation, newer.next()).block();
            lists.remove(user, conversation, older.next()).block();
            assertThat(lists.of(user).collectList().block()).containsExactly(conversation);
            lists.remove(user, conversation, newer.next()).block();
            assertThat(lists.of(user).collectList().block()).isEmpty();
        }
    }
}
