package app.parley.offlinestore.lease.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.cassandra.MeteredSession.Kind;
import app.parley.offlinestore.lease.LeaseState;
import app.parley.offlinestore.lease.ShardLeases;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.cassandra.ReactiveResultSet;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The leases in the table {@code shard_lease}; every change is a lightweight transaction. Its commit is at the session's
 * consistency, so that a plain read at that consistency sees whatever was answered.
 */
@Repository
class CassandraShardLeases implements ShardLeases {

    private static final String ROW = " WHERE deployment = 'parley' AND shard = ";

    private final MeteredSession session;
    private final PreparedStatement agree;
    private final PreparedStatement all;
    private final PreparedStatement claim;
    private final PreparedStatement renew;
    private final PreparedStatement opened;
    private final PreparedStatement release;

    CassandraShardLeases(MeteredSession session) {
        this.session = session;
        agree = session.prepare("UPDATE shard_lease SET shards = ? WHERE deployment = 'parley' IF shards = null");
        all = session.prepare(
                "SELECT shard, epoch, opened, beat, owner, address FROM shard_lease WHERE deployment = 'parley'");
        claim = session.prepare("UPDATE shard_lease SET epoch = :epoch, beat = 0, owner = :owner, address = :address"
                + ROW + ":shard IF epoch = :seen AND opened = :opened AND beat = :beat AND owner = :before");
        renew = session.prepare("UPDATE shard_lease SET beat = ?" + ROW + "? IF epoch = ?");
        opened = session.prepare("UPDATE shard_lease SET opened = ?" + ROW + "? IF epoch = ?");
        release = session.prepare("DELETE owner, address FROM shard_lease" + ROW + "? IF epoch = ?");
    }

    @Override
    public Mono<Integer> agreeOnShards(int proposed) {
        return session.decide(Kind.LEASE, agree.bind(proposed))
                .flatMap(result -> result.wasApplied()
                        ? Mono.just(proposed)
                        : result.rows().next().map(row -> row.getInt("shards")));
    }

    @Override
    public Mono<Map<Integer, LeaseState>> all() {
        return session.read(Kind.LEASE, all.bind())
                .filter(row -> !row.isNull("epoch"))
                .collect(Collectors.toMap(row -> row.getInt("shard"), CassandraShardLeases::state));
    }

    private static LeaseState state(Row row) {
        String owner = row.getString("owner");
        return new LeaseState(
                row.getLong("epoch"),
                row.get("opened", Long.class),
                row.get("beat", Long.class),
                owner == null ? null : new Owner(owner, URI.create(Objects.requireNonNull(row.getString("address")))));
    }

    @Override
    public Mono<Long> claim(int shard, LeaseState seen, Owner owner) {
        long epoch = seen.epoch() + 1;
        BoundStatement statement = claim.bind()
                .setLong("epoch", epoch)
                .setString("owner", owner.name())
                .setString("address", owner.address().toString())
                .setInt("shard", shard);
        return session.decide(Kind.LEASE, ifSeen(statement, seen))
                .filter(ReactiveResultSet::wasApplied)
                .map(_ -> epoch);
    }

    /** What was never claimed has no epoch, and what is free has no owner: the conditions then name null. */
    private static BoundStatement ifSeen(BoundStatement statement, LeaseState seen) {
        Owner before = seen.owner();
        return statement
                .set("seen", seen.epoch() == 0 ? null : seen.epoch(), Long.class)
                .set("opened", seen.opened(), Long.class)
                .set("beat", seen.beat(), Long.class)
                .setString("before", before == null ? null : before.name());
    }

    @Override
    public Mono<Set<Integer>> renew(Map<Integer, Long> epochs, long beat) {
        if (epochs.isEmpty()) {
            return Mono.just(Set.of());
        }
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        epochs.forEach((shard, epoch) -> batch.addStatement(renew.bind(beat, shard, epoch)));
        return session.decide(Kind.LEASE, batch.build())
                .flatMap(result -> result.wasApplied() ? Mono.just(epochs.keySet()) : renewEach(epochs, beat));
    }

    /** One shard that was lost must not cost the others. */
    private Mono<Set<Integer>> renewEach(Map<Integer, Long> epochs, long beat) {
        return Flux.fromIterable(epochs.entrySet())
                .concatMap(held -> session.decide(Kind.LEASE, renew.bind(beat, held.getKey(), held.getValue()))
                        .filter(ReactiveResultSet::wasApplied)
                        .map(_ -> held.getKey()))
                .collect(HashSet<Integer>::new, Set::add)
                .map(renewed -> renewed);
    }

    @Override
    public Mono<Boolean> opened(int shard, long epoch) {
        return session.decide(Kind.LEASE, opened.bind(epoch, shard, epoch)).map(ReactiveResultSet::wasApplied);
    }

    @Override
    public Mono<Void> release(int shard, long epoch) {
        return session.decide(Kind.LEASE, release.bind(shard, epoch)).then();
    }
}
