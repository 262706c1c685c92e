package app.parley.offlinestore.journal.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.cassandra.MeteredSession.Kind;
import app.parley.offlinestore.journal.Flush;
import app.parley.offlinestore.journal.Journal;
import app.parley.offlinestore.journal.Place;
import app.parley.offlinestore.journal.Window;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.data.TupleValue;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.TupleType;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The journals in the tables {@code journal} and {@code journal_window}. */
@Repository
class CassandraJournal implements Journal {

    private static final TupleType SEAL = DataTypes.tupleOf(DataTypes.BIGINT, DataTypes.BIGINT);

    private final MeteredSession session;
    private final PreparedStatement append;
    private final PreparedStatement read;
    private final PreparedStatement delete;
    private final PreparedStatement windows;
    private final PreparedStatement open;
    private final PreparedStatement move;
    private final PreparedStatement close;

    CassandraJournal(MeteredSession session) {
        this.session = session;
        append = session.prepare(
                "INSERT INTO journal (shard, epoch, segment, position, payload) VALUES (?, ?, ?, ?, ?)");
        read = session.prepare("SELECT position, payload FROM journal WHERE shard = ? AND epoch = ? AND segment = ?");
        delete = session.prepare("DELETE FROM journal WHERE shard = ? AND epoch = ? AND segment = ?");
        windows = session.prepare(
                "SELECT epoch, first_segment, beyond_segment, seals FROM journal_window WHERE shard = ?");
        open = session.prepare("INSERT INTO journal_window (shard, epoch, first_segment, beyond_segment, seals)"
                + " VALUES (?, ?, ?, ?, ?)");
        move = session.prepare(
                "UPDATE journal_window SET first_segment = ?, beyond_segment = ? WHERE shard = ? AND epoch = ?");
        close = session.prepare("DELETE FROM journal_window WHERE shard = ? AND epoch = ?");
    }

    @Override
    public Flux<Window> windows(int shard) {
        return session.read(Kind.READ, windows.bind(shard))
                .filter(row -> !row.isNull("beyond_segment"))
                .map(CassandraJournal::window);
    }

    private static Window window(Row row) {
        Map<Long, Place> seals = new HashMap<>();
        Map<Long, TupleValue> stored =
                Objects.requireNonNullElse(row.getMap("seals", Long.class, TupleValue.class), Map.of());
        stored.forEach((epoch, seal) -> seals.put(epoch, new Place(epoch, seal.getLong(0), seal.getLong(1))));
        return new Window(row.getLong("epoch"), row.getLong("first_segment"), row.getLong("beyond_segment"), seals);
    }

    @Override
    public Mono<Void> open(int shard, Window window) {
        Map<Long, TupleValue> seals = new HashMap<>();
        window.seals().forEach((epoch, seal) -> seals.put(epoch, SEAL.newValue(seal.segment(), seal.position())));
        return session.write(Kind.JOURNAL, open.bind(shard, window.epoch(), window.first(), window.beyond(), seals));
    }

    @Override
    public Mono<Void> move(int shard, Window window) {
        return session.write(Kind.JOURNAL, move.bind(window.first(), window.beyond(), shard, window.epoch()));
    }

    @Override
    public Mono<Void> close(int shard, long epoch) {
        return session.write(Kind.DELETE, close.bind(shard, epoch));
    }

    @Override
    public Mono<Void> append(int shard, Flush flush) {
        Place place = flush.place();
        return session.write(
                Kind.JOURNAL, append.bind(shard, place.epoch(), place.segment(), place.position(), flush.payload()));
    }

    @Override
    public Flux<Flush> read(int shard, long epoch, long segment) {
        return session.read(Kind.READ, read.bind(shard, epoch, segment).setPageSize(64))
                .map(row -> new Flush(new Place(epoch, segment, row.getLong("position")), payload(row)));
    }

    private static ByteBuffer payload(Row row) {
        return Objects.requireNonNull(row.getByteBuffer("payload"));
    }

    @Override
    public Mono<Void> delete(int shard, long epoch, long segment) {
        return session.write(Kind.DELETE, delete.bind(shard, epoch, segment));
    }
}
