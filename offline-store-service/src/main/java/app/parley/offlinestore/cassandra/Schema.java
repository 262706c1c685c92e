package app.parley.offlinestore.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * The tables, in versions: {@code schema/N.cql} among the resources leads from version N - 1 to N. What has been applied is
 * in a table, so that a start with nothing to do costs one read.
 */
final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final int VERSION = 4;
    private static final String VERSIONS = "CREATE TABLE IF NOT EXISTS schema_version"
            + " (component text, version int, PRIMARY KEY (component, version))"
            + " WITH comment = 'the versions of the schema that have been applied'";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CqlSession session;

    Schema(CqlSession session) {
        this.session = session;
    }

    /** Applies the versions that are missing. Each statement may be repeated, should a start be interrupted. */
    void migrate() {
        for (int version = applied() + 1; version <= VERSION; version++) {
            LOG.info("applying version {} of the schema", version);
            statements(version).forEach(this::change);
            session.execute("INSERT INTO schema_version (component, version) VALUES ('offline-store', ?)", version);
        }
    }

    private void change(String statement) {
        change(session, statement);
    }

    /** A change of the schema takes Cassandra longer than any query: on a busy machine, many seconds. */
    static void change(CqlSession session, String statement) {
        session.execute(SimpleStatement.newInstance(statement).setTimeout(PATIENCE));
    }

    private int applied() {
        boolean isNew = session.getKeyspace()
                .flatMap(keyspace -> session.getMetadata().getKeyspace(keyspace))
                .flatMap(keyspace -> keyspace.getTable("schema_version"))
                .isEmpty();
        if (isNew) {
            change(VERSIONS);
            return 0;
        }
        return session.execute("SELECT version FROM schema_version WHERE component = 'offline-store'").all().stream()
                .mapToInt(row -> row.getInt("version"))
                .max()
                .orElse(0);
    }

    private static List<String> statements(int version) {
        String script = read("schema/" + version + ".cql")
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return Arrays.stream(script.split(";(?=\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
