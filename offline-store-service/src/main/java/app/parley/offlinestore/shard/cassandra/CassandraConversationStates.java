package app.parley.offlinestore.shard.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.cassandra.MeteredSession.Kind;
import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.journal.Place;
import app.parley.offlinestore.journal.SnapshotCodec;
import app.parley.offlinestore.shard.ConversationStates;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The states in the table {@code conversation}. */
@Repository
class CassandraConversationStates implements ConversationStates {

    private static final String COLUMNS = "epoch, segment, position, state, last";

    private final MeteredSession session;
    private final PreparedStatement find;
    private final PreparedStatement findSome;
    private final PreparedStatement save;
    private final PreparedStatement saveLast;
    private final PreparedStatement forgetLast;

    CassandraConversationStates(MeteredSession session) {
        this.session = session;
        find = session.prepare("SELECT " + COLUMNS + " FROM conversation WHERE id = ?");
        findSome = session.prepare("SELECT " + COLUMNS + " FROM conversation WHERE id IN ?");
        save = session.prepare("INSERT INTO conversation (id, epoch, segment, position, state) VALUES (?, ?, ?, ?, ?)"
                + " USING TIMESTAMP ?");
        saveLast = session.prepare("INSERT INTO conversation (id, last) VALUES (?, ?) USING TTL ? AND TIMESTAMP ?");
        forgetLast = session.prepare("DELETE last FROM conversation USING TIMESTAMP ? WHERE id = ?");
    }

    @Override
    public Mono<SavedState> find(UUID conversation) {
        return session.read(Kind.READ, find.bind(conversation)).next().map(CassandraConversationStates::state);
    }

    @Override
    public Flux<SavedState> findAll(Collection<UUID> conversations) {
        return session.read(Kind.READ, findSome.bind(List.copyOf(conversations)))
                .map(CassandraConversationStates::state);
    }

    private static SavedState state(Row row) {
        Snapshot state = SnapshotCodec.decode(Objects.requireNonNull(row.getByteBuffer("state")));
        ByteBuffer last = row.getByteBuffer("last");
        return new SavedState(
                last == null ? state : SnapshotCodec.withLast(state, last),
                new Place(row.getLong("epoch"), row.getLong("segment"), row.getLong("position")));
    }

    @Override
    public Mono<Void> save(SavedState state, @Nullable Duration keepLast, long stamp) {
        Place asOf = state.asOf();
        Snapshot snapshot = state.snapshot();
        UUID id = snapshot.conversation();
        BatchStatement both = BatchStatement.newInstance(
                BatchType.UNLOGGED,
                save.bind(
                        id,
                        asOf.epoch(),
                        asOf.segment(),
                        asOf.position(),
                        SnapshotCodec.encode(snapshot.withLast(null, null)),
                        stamp),
                snapshot.last() == null
                        ? forgetLast.bind(stamp, id)
                        : saveLast.bind(id, SnapshotCodec.encodeLast(snapshot), seconds(keepLast), stamp));
        return session.write(Kind.CONVERSATION, both);
    }

    private static int seconds(@Nullable Duration keep) {
        return keep == null ? 0 : Math.toIntExact(Math.max(1, keep.toSeconds()));
    }

    @Override
    public Mono<Void> forgetLast(UUID conversation, long stamp) {
        return session.write(Kind.DELETE, forgetLast.bind(stamp, conversation));
    }
}
