package app.parley.offlinestore.lease.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.cassandra.MeteredSession.Kind;
import app.parley.offlinestore.lease.ShardLeases;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.cassandra.ReactiveResultSet;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The leases in the table {@code shard_lease}; every change is a lightweight transaction. */
@Repository
class CassandraShardLeases implements ShardLeases {

    private static final String ROW = " WHERE deployment = 'parley' AND shard = ?";

    private final MeteredSession session;
    private final PreparedStatement agree;
    private final PreparedStatement find;
    private final PreparedStatement advance;
    private final PreparedStatement own;
    private final PreparedStatement keep;
    private final PreparedStatement release;
    private final PreparedStatement addresses;

    CassandraShardLeases(MeteredSession session) {
        this.session = session;
        agree = session.prepare("UPDATE shard_lease SET shards = ? WHERE deployment = 'parley' IF shards = null");
        find = session.prepare("SELECT epoch, owner FROM shard_lease" + ROW);
        advance = session.prepare("UPDATE shard_lease SET epoch = :epoch"
                + " WHERE deployment = 'parley' AND shard = :shard IF epoch = :seen AND owner = :owner");
        own = session.prepare("UPDATE shard_lease USING TTL ? SET owner = ?, address = ?" + ROW);
        keep = session.prepare("UPDATE shard_lease USING TTL ? SET owner = ?, address = ?" + ROW + " IF epoch = ?");
        release = session.prepare("DELETE owner, address FROM shard_lease" + ROW + " IF epoch = ?");
        addresses = session.prepare("SELECT shard, address FROM shard_lease WHERE deployment = 'parley'");
    }

    @Override
    public Mono<Integer> agreeOnShards(int proposed) {
        return session.decide(Kind.LEASE, agree.bind(proposed))
                .flatMap(result -> result.wasApplied()
                        ? Mono.just(proposed)
                        : result.rows().next().map(row -> row.getInt("shards")));
    }

    @Override
    public Mono<Long> claim(int shard, Owner owner, Duration lease) {
        return session.read(Kind.LEASE, find.bind(shard).setConsistencyLevel(DefaultConsistencyLevel.LOCAL_SERIAL))
                .next()
                .map(Seen::of)
                .defaultIfEmpty(new Seen(null, null))
                .filter(seen -> seen.owner() == null || seen.owner().equals(owner.name()))
                .flatMap(seen -> claim(shard, owner, lease, seen));
    }

    private Mono<Long> claim(int shard, Owner owner, Duration lease, Seen seen) {
        long epoch = seen.epoch() == null ? 1 : seen.epoch() + 1;
        BatchStatement claim = BatchStatement.newInstance(
                BatchType.UNLOGGED,
                advance(shard, epoch, seen),
                own.bind(seconds(lease), owner.name(), owner.address().toString(), shard));
        return session.decide(Kind.LEASE, claim)
                .filter(ReactiveResultSet::wasApplied)
                .map(_ -> epoch);
    }

    /** What was never claimed has no epoch, and what is free has no owner: the conditions then name null. */
    private BoundStatement advance(int shard, long epoch, Seen seen) {
        BoundStatement statement =
                advance.bind().setLong("epoch", epoch).setInt("shard", shard).setString("owner", seen.owner());
        return seen.epoch() == null ? statement.setToNull("seen") : statement.setLong("seen", seen.epoch());
    }

    @Override
    public Mono<Set<Integer>> renew(Map<Integer, Long> epochs, Owner owner, Duration lease) {
        if (epochs.isEmpty()) {
            return Mono.just(Set.of());
        }
        BatchStatementBuilder all = BatchStatement.builder(BatchType.UNLOGGED);
        epochs.forEach((shard, epoch) -> all.addStatement(keep(shard, epoch, owner, lease)));
        return session.decide(Kind.LEASE, all.build())
                .flatMap(result -> result.wasApplied() ? Mono.just(epochs.keySet()) : renewEach(epochs, owner, lease));
    }

    /** One shard that was lost must not cost the others. */
    private Mono<Set<Integer>> renewEach(Map<Integer, Long> epochs, Owner owner, Duration lease) {
        return Flux.fromIterable(epochs.entrySet())
                .concatMap(held -> session.decide(Kind.LEASE, keep(held.getKey(), held.getValue(), owner, lease))
                        .filter(ReactiveResultSet::wasApplied)
                        .map(_ -> held.getKey()))
                .collect(HashSet<Integer>::new, Set::add)
                .map(renewed -> renewed);
    }

    private BoundStatement keep(int shard, long epoch, Owner owner, Duration lease) {
        return keep.bind(seconds(lease), owner.name(), owner.address().toString(), shard, epoch);
    }

    @Override
    public Mono<Void> release(int shard, long epoch) {
        return session.decide(Kind.LEASE, release.bind(shard, epoch)).then();
    }

    @Override
    public Mono<Map<Integer, URI>> addresses() {
        return session.read(Kind.LEASE, addresses.bind())
                .filter(row -> !row.isNull("address"))
                .collect(Collectors.toMap(
                        row -> row.getInt("shard"),
                        row -> URI.create(Objects.requireNonNull(row.getString("address")))));
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    private record Seen(@Nullable Long epoch, @Nullable String owner) {

        static Seen of(Row row) {
            return new Seen(row.isNull("epoch") ? null : row.getLong("epoch"), row.getString("owner"));
        }
    }
}
