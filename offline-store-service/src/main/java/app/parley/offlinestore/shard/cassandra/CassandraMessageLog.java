package app.parley.offlinestore.shard.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.cassandra.MeteredSession.Kind;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.shard.MessageLog;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The message log in the table {@code message_by_conversation}. */
@Repository
class CassandraMessageLog implements MessageLog {

    private static final int BUCKET = 1000;

    /** One mutation stays well below the largest that Cassandra takes. */
    private static final int BATCH_LENGTH = 256;

    private static final int BATCH_CHARACTERS = 128 * 1024;

    private static final String COLUMNS = "seq, id, sender, device, sent_at, content";

    private final MeteredSession session;
    private final PreparedStatement store;
    private final PreparedStatement ascending;
    private final PreparedStatement descending;
    private final PreparedStatement wipeRange;
    private final PreparedStatement wipeBucket;

    CassandraMessageLog(MeteredSession session) {
        this.session = session;
        String range = " WHERE conversation = ? AND bucket = ? AND seq >= ? AND seq <= ?";
        store = session.prepare("INSERT INTO message_by_conversation (conversation, bucket, " + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?) USING TTL ? AND TIMESTAMP ?");
        ascending = session.prepare(
                "SELECT " + COLUMNS + " FROM message_by_conversation" + range + " ORDER BY seq ASC LIMIT ?");
        descending = session.prepare(
                "SELECT " + COLUMNS + " FROM message_by_conversation" + range + " ORDER BY seq DESC LIMIT ?");
        wipeRange = session.prepare("DELETE FROM message_by_conversation USING TIMESTAMP ?" + range);
        wipeBucket = session.prepare(
                "DELETE FROM message_by_conversation USING TIMESTAMP ? WHERE conversation = ? AND bucket = ?");
    }

    @Override
    public Mono<Void> store(UUID conversation, List<Message> messages, @Nullable Duration keep, long stamp) {
        int ttl = keep == null ? 0 : Math.toIntExact(keep.toSeconds());
        return Flux.fromIterable(batches(messages))
                .concatMap(batch -> session.write(Kind.MESSAGE, insert(batch, ttl, stamp)))
                .then();
    }

    /** Messages of one bucket each, so that a batch is one mutation of one partition. */
    private static List<List<Message>> batches(List<Message> messages) {
        List<List<Message>> batches = new ArrayList<>();
        List<Message> batch = new ArrayList<>();
        int characters = 0;
        for (Message message : messages) {
            boolean full = batch.size() == BATCH_LENGTH || characters > BATCH_CHARACTERS;
            if (!batch.isEmpty() && (full || bucket(batch.getFirst().seq()) != bucket(message.seq()))) {
                batches.add(batch);
                batch = new ArrayList<>();
                characters = 0;
            }
            batch.add(message);
            characters += message.content().length();
        }
        batches.add(batch);
        return batches;
    }

    private BatchStatement insert(List<Message> messages, int ttl, long stamp) {
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        messages.forEach(message -> batch.addStatement(insert(message, ttl, stamp)));
        return batch.build();
    }

    private BoundStatement insert(Message message, int ttl, long stamp) {
        return store.bind(
                message.conversation(),
                bucket(message.seq()),
                message.seq(),
                message.id(),
                message.sender(),
                message.device(),
                message.at(),
                message.content(),
                ttl,
                stamp);
    }

    @Override
    public Flux<Message> ascending(UUID conversation, long first, long last, int limit) {
        return Flux.fromStream(() ->
                        LongStream.rangeClosed(bucket(first), bucket(last)).boxed())
                .concatMap(
                        bucket -> session.read(Kind.READ, ascending.bind(conversation, bucket, first, last, limit)), 0)
                .map(row -> message(conversation, row))
                .take(limit);
    }

    @Override
    public Flux<Message> descending(UUID conversation, long first, long last, int limit) {
        return Flux.fromStream(() ->
                        LongStream.rangeClosed(-bucket(last), -bucket(first)).boxed())
                .concatMap(
                        bucket -> session.read(Kind.READ, descending.bind(conversation, -bucket, first, last, limit)),
                        0)
                .map(row -> message(conversation, row))
                .take(limit);
    }

    @Override
    public Mono<Void> wipe(UUID conversation, long first, long last, long stamp) {
        return Flux.fromStream(() ->
                        LongStream.rangeClosed(bucket(first), bucket(last)).boxed())
                .concatMap(bucket -> session.write(
                        Kind.DELETE,
                        lastOf(bucket) <= last
                                ? wipeBucket.bind(stamp, conversation, bucket)
                                : wipeRange.bind(stamp, conversation, bucket, first, last)))
                .then();
    }

    private static long bucket(long seq) {
        return seq / BUCKET;
    }

    private static long lastOf(long bucket) {
        return (bucket + 1) * BUCKET - 1;
    }

    private static Message message(UUID conversation, Row row) {
        return new Message(
                conversation,
                row.getLong("seq"),
                Objects.requireNonNull(row.getUuid("id")),
                Objects.requireNonNull(row.getUuid("sender")),
                Objects.requireNonNull(row.getUuid("device")),
                Objects.requireNonNull(row.getInstant("sent_at")),
                Objects.requireNonNull(row.getString("content")));
    }
}
