package app.parley.offlinestore.shard.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.cassandra.MeteredSession.Kind;
import app.parley.offlinestore.journal.Place;
import app.parley.offlinestore.journal.SnapshotCodec;
import app.parley.offlinestore.shard.ConversationStates;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The states in the table {@code conversation}. */
@Repository
class CassandraConversationStates implements ConversationStates {

    private final MeteredSession session;
    private final PreparedStatement find;
    private final PreparedStatement save;

    CassandraConversationStates(MeteredSession session) {
        this.session = session;
        find = session.prepare("SELECT epoch, segment, position, state FROM conversation WHERE id = ?");
        save = session.prepare("INSERT INTO conversation (id, epoch, segment, position, state) VALUES (?, ?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
    }

    @Override
    public Mono<SavedState> find(UUID conversation) {
        return session.read(Kind.READ, find.bind(conversation)).next().map(CassandraConversationStates::state);
    }

    private static SavedState state(Row row) {
        return new SavedState(
                SnapshotCodec.decode(Objects.requireNonNull(row.getByteBuffer("state"))),
                new Place(row.getLong("epoch"), row.getLong("segment"), row.getLong("position")));
    }

    @Override
    public Mono<Void> save(SavedState state, long stamp) {
        Place asOf = state.asOf();
        return session.write(
                Kind.CONVERSATION,
                save.bind(
                        state.snapshot().conversation(),
                        asOf.epoch(),
                        asOf.segment(),
                        asOf.position(),
                        SnapshotCodec.encode(state.snapshot()),
                        stamp));
    }
}
