package app.parley.e2e;

import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import com.datastax.oss.driver.api.core.type.DataTypes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks into Cassandra, into every table there is, as somebody would who has the disk. */
final class Tables implements AutoCloseable {

    private final CqlSession cql;

    Tables(Stack stack) {
        Map<String, String> properties = stack.properties(Instance.first(Part.OFFLINE_STORE));
        cql = CqlSession.builder()
                .addContactPoint(stack.address(Instance.first(Part.CASSANDRA)))
                .withLocalDatacenter(properties.get("spring.cassandra.local-datacenter"))
                .withKeyspace(properties.get("spring.cassandra.keyspace-name"))
                .build();
    }

    /** The tables in which this text stands, in whatever column. */
    List<String> holding(String text) {
        return holding(row -> holds(row, text));
    }

    /** The tables in which this id stands, as text or as its 16 bytes. */
    List<String> holding(UUID id) {
        String bytes = new String(
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array(),
                StandardCharsets.ISO_8859_1);
        return holding(row -> holds(row, id.toString()) || blobs(row).anyMatch(blob -> blob.contains(bytes)));
    }

    private List<String> holding(Predicate<Row> which) {
        List<String> found = new ArrayList<>();
        for (TableMetadata table : cql.getMetadata()
                .getKeyspace(cql.getKeyspace().orElseThrow())
                .orElseThrow()
                .getTables()
                .values()) {
            String name = table.getName().asCql(true);
            for (Row row : cql.execute("SELECT * FROM " + name)) {
                if (which.test(row)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    /** How many rows a conversation has in the log. */
    List<Long> logged(UUID conversation) {
        return cql.execute("SELECT conversation, seq FROM message_by_conversation").all().stream()
                .filter(row -> conversation.equals(row.getUuid("conversation")))
                .map(row -> row.getLong("seq"))
                .sorted()
                .toList();
    }

    /** A character for each byte. */
    private static Stream<String> blobs(Row row) {
        return IntStream.range(0, row.getColumnDefinitions().size())
                .filter(column -> row.getType(column).equals(DataTypes.BLOB))
                .mapToObj(row::getByteBuffer)
                .filter(Objects::nonNull)
                .map(bytes -> StandardCharsets.ISO_8859_1.decode(bytes).toString());
    }

    private static boolean holds(Row row, String text) {
        for (int i = 0; i < row.getColumnDefinitions().size(); i++) {
            if (content(row, i).contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static String content(Row row, int column) {
        if (row.getType(column).equals(DataTypes.BLOB)) {
            @Nullable ByteBuffer bytes = row.getByteBuffer(column);
            return bytes == null ? "" : StandardCharsets.UTF_8.decode(bytes).toString();
        }
        return String.valueOf(row.getObject(column));
    }

    @Override
    public void close() {
        cql.close();
    }
}
