package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BOTH;
import static app.parley.offlinestore.shard.Instance.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Overview;
import app.parley.offlinestore.conversation.Retention;
import app.parley.offlinestore.shard.ConversationList.Wanted;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a list of many conversations costs. */
@RealStores(Store.CASSANDRA)
class ConversationListTest {

    private static final int MANY = 500;

    private final List<UUID> conversations =
            Stream.generate(UUID::randomUUID).limit(MANY).toList();

    @Test
    void manyThatAreNotInMemoryAreReadWithAFewStatements(CassandraStore cassandra) {
        try (Instance instance = Instance.start(cassandra)) {
            conversations.forEach(conversation ->
                    instance.send(conversation, UUID.randomUUID(), "text of " + conversation, BOTH, Retention.ARCHIVE));
            eventually(() -> assertThat(instance.rows("conversation")).isEqualTo(MANY));
            eventually(() -> assertThat(instance.rows("journal")).isZero());
        }
        try (Instance instance = Instance.start(cassandra)) {
            double before = instance.counted("parley.cassandra.statements", "kind", "read");

            List<Overview> list = instance.list(
                    BEN,
                    conversations.stream()
                            .map(conversation -> new Wanted(conversation, 0, List.of()))
                            .toList());

            assertThat(instance.counted("parley.cassandra.statements", "kind", "read") - before)
                    .isBetween(6.0, 40.0);
            assertThat(list).hasSize(MANY).allSatisfy(shown -> {
                assertThat(shown.unread()).isEqualTo(1);
                assertThat(shown.last().content()).isEqualTo("text of " + shown.conversation());
            });
        }
    }
}
