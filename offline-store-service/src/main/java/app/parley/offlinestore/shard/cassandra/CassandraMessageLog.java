package app.parley.offlinestore.shard.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.shard.MessageLog;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

    /** The TTL of what has none. */
    private static final int FOR_EVER = 0;

    private static final String COLUMNS = "seq, id, sender, device, sent_at, content, kind, about, expires";

    private final MeteredSession session;
    private final PreparedStatement store;
    private final PreparedStatement storeEdit;
    private final PreparedStatement edits;
    private final PreparedStatement timed;
    private final PreparedStatement ascending;
    private final PreparedStatement descending;
    private final PreparedStatement wipeRange;
    private final PreparedStatement wipeBucket;

    CassandraMessageLog(MeteredSession session) {
        this.session = session;
        String range = " WHERE conversation = ? AND bucket = ? AND seq >= ? AND seq <= ?";
        store = session.prepare("INSERT INTO message_by_conversation (conversation, bucket, " + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TTL ? AND TIMESTAMP ?");
        storeEdit = session.prepare(
                "INSERT INTO edit_by_message (conversation, bucket, about, seq) VALUES (?, ?, ?, ?) USING TTL ?");
        edits = session.prepare("SELECT seq FROM edit_by_message WHERE conversation = ? AND bucket = ? AND about = ?");
        timed = session.prepare("SELECT " + COLUMNS + ", TTL(content) AS seconds FROM message_by_conversation" + range);
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
        int ttl = keep == null ? FOR_EVER : Math.toIntExact(keep.toSeconds());
        List<Message> ofOthers =
                messages.stream().filter(message -> message.kind() == Kind.EDIT).toList();
        return Flux.fromIterable(ofOthers)
                .concatMap(edit -> session.write(MeteredSession.Kind.MESSAGE, edit(edit, ttl)))
                .thenMany(Flux.fromIterable(batches(messages)))
                .concatMap(batch -> session.write(MeteredSession.Kind.MESSAGE, insert(batch, ttl, stamp)))
                .then();
    }

    private BoundStatement edit(Message edit, int ttl) {
        return storeEdit.bind(edit.conversation(), bucket(edit.of()), edit.of(), edit.seq(), ttl);
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

    private BoundStatement insert(Message message, int most, long stamp) {
        Instant expires = message.expires();
        BoundStatement row = store.bind(
                message.conversation(),
                bucket(message.seq()),
                message.seq(),
                message.id(),
                message.sender(),
                message.device(),
                message.at(),
                message.content(),
                message.kind().name(),
                message.of(),
                Objects.requireNonNullElse(expires, Instant.EPOCH),
                ttl(expires, most),
                stamp);
        // what most messages do not have is left out: a null would be a tombstone
        BoundStatement ofKind =
                message.kind() == Kind.MESSAGE ? row.unset("kind").unset("about") : row;
        return expires == null ? ofKind.unset("expires") : ofKind;
    }

    private static int ttl(@Nullable Instant expires, int most) {
        if (expires == null) {
            return most;
        }
        // both ends are whole seconds to Cassandra; nothing is to go too early, and who reads it passes over what is
        // over
        long left = Math.max(0, Duration.between(Instant.now(), expires).toSeconds()) + 2;
        return Math.toIntExact(most == FOR_EVER ? left : Math.min(most, left));
    }

    @Override
    public Flux<Message> ascending(UUID conversation, long first, long last, int limit) {
        return Flux.fromStream(() ->
                        LongStream.rangeClosed(bucket(first), bucket(last)).boxed())
                .concatMap(
                        bucket -> session.read(
                                MeteredSession.Kind.READ, ascending.bind(conversation, bucket, first, last, limit)),
                        0)
                .map(row -> message(conversation, row))
                .take(limit);
    }

    @Override
    public Flux<Message> descending(UUID conversation, long first, long last, int limit) {
        return Flux.fromStream(() ->
                        LongStream.rangeClosed(-bucket(last), -bucket(first)).boxed())
                .concatMap(
                        bucket -> session.read(
                                MeteredSession.Kind.READ, descending.bind(conversation, -bucket, first, last, limit)),
                        0)
                .map(row -> message(conversation, row))
                .take(limit);
    }

    @Override
    public Flux<Long> edits(UUID conversation, long seq) {
        return session.read(MeteredSession.Kind.READ, edits.bind(conversation, bucket(seq), seq))
                .map(row -> row.getLong("seq"));
    }

    /** A row is written whole, with the time that it has left: a part of one that is gone would be a row again. */
    @Override
    public Flux<Message> rewrite(UUID conversation, long first, long last, UnaryOperator<Message> left, long stamp) {
        return Flux.fromStream(() ->
                        LongStream.rangeClosed(bucket(first), bucket(last)).boxed())
                .concatMap(
                        bucket -> session.read(MeteredSession.Kind.READ, timed.bind(conversation, bucket, first, last)),
                        0)
                .concatMap(row -> {
                    Message there = message(conversation, row);
                    Message wanted = left.apply(there);
                    return wanted.equals(there)
                            ? Mono.empty()
                            : session.write(MeteredSession.Kind.MESSAGE, insert(wanted, row.getInt("seconds"), stamp))
                                    .thenReturn(there);
                });
    }

    @Override
    public Mono<Void> wipe(UUID conversation, long first, long last, long stamp) {
        return Flux.fromStream(() ->
                        LongStream.rangeClosed(bucket(first), bucket(last)).boxed())
                .concatMap(bucket -> session.write(
                        MeteredSession.Kind.DELETE,
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
                Objects.requireNonNull(row.getString("content")),
                kind(row.getString("kind")),
                row.getLong("about"),
                row.getInstant("expires"));
    }

    private static Kind kind(@Nullable String name) {
        return name == null ? Kind.MESSAGE : Kind.valueOf(name);
    }
}
