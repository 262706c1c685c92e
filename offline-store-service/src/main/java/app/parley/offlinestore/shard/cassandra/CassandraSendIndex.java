package app.parley.offlinestore.shard.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.SendKey;
import app.parley.offlinestore.conversation.Snapshot.Send;
import app.parley.offlinestore.shard.SendIndex;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The index in the table {@code send_by_id}. */
@Repository
class CassandraSendIndex implements SendIndex {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final int UNTIMED_BUCKETS = 16;

    private final MeteredSession session;
    private final PreparedStatement store;
    private final PreparedStatement find;
    private final PreparedStatement forget;

    CassandraSendIndex(MeteredSession session) {
        this.session = session;
        store = session.prepare("INSERT INTO send_by_id (conversation, bucket, sender, id, seq, sent_at)"
                + " VALUES (?, ?, ?, ?, ?, ?) USING TTL ?");
        find = session.prepare("SELECT seq, sent_at FROM send_by_id"
                + " WHERE conversation = ? AND bucket = ? AND sender = ? AND id = ?");
        forget = session.prepare("DELETE FROM send_by_id WHERE conversation = ? AND bucket = ? AND sender = ?");
    }

    /** One write for each bucket: for ids with a time that is one, as a rule. */
    @Override
    public Mono<Void> store(UUID conversation, List<Send> sends, @Nullable Duration keep) {
        int ttl = keep == null ? 0 : Math.toIntExact(keep.toSeconds());
        Map<Long, List<Send>> byBucket = sends.stream().collect(Collectors.groupingBy(send -> bucket(send.key())));
        return Flux.fromIterable(byBucket.entrySet())
                .concatMap(bucket -> session.write(
                        MeteredSession.Kind.SEND, insert(conversation, bucket.getKey(), bucket.getValue(), ttl)))
                .then();
    }

    private BatchStatement insert(UUID conversation, long bucket, List<Send> sends, int ttl) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        sends.forEach(send -> batch.addStatement(store.bind(
                conversation,
                bucket,
                send.sender(),
                send.id(),
                send.seq(),
                Instant.ofEpochMilli(send.atMillis()),
                ttl)));
        return batch.build();
    }

    @Override
    public Mono<Void> forget(UUID conversation, UUID sender, List<SendKey> some, Duration lately) {
        long today = Instant.now().toEpochMilli() / DAY_MILLIS;
        Stream<Long> known = some.stream().map(CassandraSendIndex::bucket);
        Stream<Long> others = LongStream.concat(
                        LongStream.rangeClosed(-UNTIMED_BUCKETS, -1),
                        LongStream.rangeClosed(today - lately.toDays() - 1, today))
                .boxed();
        return Flux.fromStream(Stream.concat(known, others).distinct())
                .concatMap(
                        bucket -> session.write(MeteredSession.Kind.DELETE, forget.bind(conversation, bucket, sender)))
                .then();
    }

    @Override
    public Mono<Send> find(UUID conversation, SendKey key) {
        return session.read(MeteredSession.Kind.READ, find.bind(conversation, bucket(key), key.sender(), key.id()))
                .next()
                .map(row -> new Send(
                        key.sender(),
                        key.id(),
                        row.getLong("seq"),
                        Objects.requireNonNull(row.getInstant("sent_at")).toEpochMilli(),
                        Kind.MESSAGE,
                        null));
    }

    /** What is sent together lies together: the day on which the id was made; without a time, a few below zero. */
    private static long bucket(SendKey key) {
        return key.isTimed()
                ? key.madeAtMillis() / DAY_MILLIS
                : -1 - Math.floorMod(key.id().hashCode(), UNTIMED_BUCKETS);
    }
}
