package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.ANN;
import static app.parley.offlinestore.shard.Instance.ANNS_PHONE;
import static app.parley.offlinestore.shard.Instance.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.MembersChange;
import app.parley.offlinestore.conversation.Outcome.Appended;
import app.parley.offlinestore.conversation.Recipient;
import app.parley.offlinestore.conversation.Retention;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What it costs that most of a large group are away. */
@RealStores(Store.CASSANDRA)
class AwayMembersTest {

    private static final int AWAY = 900;

    private final UUID group = UUID.randomUUID();
    private final List<Recipient> audience = Stream.concat(
                    Stream.of(new Recipient(ANN, 1, 1, List.of(ANNS_PHONE))),
                    Stream.generate(UUID::randomUUID)
                            .limit(AWAY)
                            .map(user -> new Recipient(user, 1, 1, List.of(UUID.randomUUID()))))
            .toList();

    @Test
    void onlyTheFirstMessageAfterTheyLeftWritesTheirRows(CassandraStore cassandra) {
        try (Instance instance = Instance.start(cassandra)) {
            List<UUID> users = audience.stream().map(Recipient::user).toList();
            send(instance, new MembersChange(users, List.of(), false));
            eventually(() -> assertThat(rows(instance)).isEqualTo(AWAY));

            for (int i = 0; i < 3; i++) {
                long before = instance.rows("message_by_conversation");
                send(instance, null);
                eventually(() ->
                        assertThat(instance.rows("message_by_conversation")).isEqualTo(before + 1));
                eventually(() -> assertThat(instance.rows("journal")).isZero());
            }

            assertThat(rows(instance)).isEqualTo(AWAY);
            assertThat(instance.rows("pending_by_user WHERE conversation = " + group + " ALLOW FILTERING"))
                    .isEqualTo(AWAY);
        }
    }

    private static double rows(Instance instance) {
        return instance.counted("parley.cassandra.mutations", "kind", "pending");
    }

    private void send(Instance instance, @Nullable MembersChange change) {
        assertThat(instance.apply(new Append(
                        group,
                        UUID.randomUUID(),
                        ANN,
                        ANNS_PHONE,
                        "text",
                        audience,
                        0,
                        Retention.WIPE,
                        1,
                        change,
                        change == null ? Kind.MESSAGE : Kind.NOTICE,
                        null,
                        false,
                        null)))
                .isInstanceOf(Appended.class);
    }
}
