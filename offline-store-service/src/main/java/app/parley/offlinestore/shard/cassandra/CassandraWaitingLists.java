package app.parley.offlinestore.shard.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.cassandra.MeteredSession.Kind;
import app.parley.offlinestore.shard.WaitingLists;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The waiting lists in the table {@code pending_by_user}. */
@Repository
class CassandraWaitingLists implements WaitingLists {

    private final MeteredSession session;
    private final PreparedStatement of;
    private final PreparedStatement add;
    private final PreparedStatement remove;

    CassandraWaitingLists(MeteredSession session) {
        this.session = session;
        of = session.prepare("SELECT conversation FROM pending_by_user WHERE user = ?");
        add = session.prepare("INSERT INTO pending_by_user (user, conversation) VALUES (?, ?) USING TIMESTAMP ?");
        remove = session.prepare("DELETE FROM pending_by_user USING TIMESTAMP ? WHERE user = ? AND conversation = ?");
    }

    @Override
    public Flux<UUID> of(UUID user) {
        return session.read(Kind.READ, of.bind(user)).mapNotNull(row -> row.getUuid("conversation"));
    }

    @Override
    public Mono<Void> add(UUID user, UUID conversation, long stamp) {
        return session.write(Kind.PENDING, add.bind(user, conversation, stamp));
    }

    @Override
    public Mono<Void> remove(UUID user, UUID conversation, long stamp) {
        return session.write(Kind.DELETE, remove.bind(stamp, user, conversation));
    }
}
