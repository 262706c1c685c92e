package app.parley.offlinestore.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.data.cassandra.ReactiveResultSet;
import org.springframework.data.cassandra.ReactiveSession;
import org.springframework.data.cassandra.core.cql.CassandraExceptionTranslator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The session to Cassandra, which counts what each kind of statement costs. What goes wrong is a {@link
 * org.springframework.dao.DataAccessException}, as it is with every other store.
 */
@Component
public class MeteredSession {

    private final CqlSession session;
    private final ReactiveSession reactive;
    private final CassandraExceptionTranslator translator = new CassandraExceptionTranslator();
    private final Map<Kind, Meters> meters = new EnumMap<>(Kind.class);

    MeteredSession(CqlSession session, ReactiveSession reactive, MeterRegistry registry) {
        this.session = session;
        this.reactive = reactive;
        for (Kind kind : Kind.values()) {
            meters.put(kind, Meters.of(kind, registry));
        }
    }

    public PreparedStatement prepare(String cql) {
        return session.prepare(cql);
    }

    /** A write of one partition: one mutation. */
    public Mono<Void> write(Kind kind, Statement<?> statement) {
        return Mono.defer(() -> {
            count(kind).wrote(statement.computeSizeInBytes(session.getContext()));
            return execute(statement).then();
        });
    }

    /** A lightweight transaction. */
    public Mono<ReactiveResultSet> decide(Kind kind, Statement<?> statement) {
        return Mono.defer(() -> {
            count(kind).wrote(statement.computeSizeInBytes(session.getContext()));
            return execute(statement);
        });
    }

    public Flux<Row> read(Kind kind, Statement<?> statement) {
        return Flux.defer(() -> {
            count(kind).asked();
            return reactive.execute(statement)
                    .flatMapMany(ReactiveResultSet::rows)
                    .onErrorMap(this::translated);
        });
    }

    private Mono<ReactiveResultSet> execute(Statement<?> statement) {
        return reactive.execute(statement).onErrorMap(this::translated);
    }

    private Throwable translated(Throwable failure) {
        Throwable translated =
                failure instanceof RuntimeException known ? translator.translateExceptionIfPossible(known) : null;
        return translated == null ? failure : translated;
    }

    private Meters count(Kind kind) {
        return Objects.requireNonNull(meters.get(kind));
    }

    /** What a statement is for. */
    public enum Kind {
        JOURNAL,
        MESSAGE,
        SEND,
        CONVERSATION,
        PENDING,
        DELETE,
        LEASE,
        READ
    }

    private record Meters(Counter statements, Counter mutations, Counter bytes) {

        static Meters of(Kind kind, MeterRegistry registry) {
            String tag = kind.name().toLowerCase(Locale.ROOT);
            return new Meters(
                    Counter.builder("parley.cassandra.statements")
                            .description("Statements sent to Cassandra, reads included")
                            .tag("kind", tag)
                            .register(registry),
                    Counter.builder("parley.cassandra.mutations")
                            .description("Writes sent to Cassandra; each changes one partition")
                            .tag("kind", tag)
                            .register(registry),
                    Counter.builder("parley.cassandra.written")
                            .description("Size of the writes sent to Cassandra")
                            .baseUnit("bytes")
                            .tag("kind", tag)
                            .register(registry));
        }

        void asked() {
            statements.increment();
        }

        void wrote(int size) {
            statements.increment();
            mutations.increment();
            bytes.increment(size);
        }
    }
}
