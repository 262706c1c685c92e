package app.parley.faults.store;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The table {@code message_by_conversation}, as every replica has it. */
public final class MessageTable implements AutoCloseable {

    private static final int BUCKET = 1_000;

    private final CqlSession session;
    private final PreparedStatement places;

    /**
     * @param properties those that offline-store-service is started with
     */
    public MessageTable(Map<String, String> properties) {
        session = CqlSession.builder()
                .addContactPoints(
                        Stream.of(property(properties, "contact-points").split(","))
                                .map(MessageTable::address)
                                .toList())
                .withLocalDatacenter(property(properties, "local-datacenter"))
                .withKeyspace(property(properties, "keyspace-name"))
                .build();
        places = session.prepare("SELECT seq FROM message_by_conversation WHERE conversation = ? AND bucket = ?");
    }

    private static String property(Map<String, String> properties, String name) {
        String value = properties.get("spring.cassandra." + name);
        if (value == null) {
            throw new IllegalArgumentException("spring.cassandra." + name + " is not set");
        }
        return value;
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return new InetSocketAddress(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }

    /** The places of the conversation, of which {@code head} is the last, that are stored. */
    public Set<Long> places(UUID conversation, long head) {
        return new TreeSet<>(LongStream.rangeClosed(0, head / BUCKET)
                .boxed()
                .flatMap(bucket -> places(conversation, bucket))
                .toList());
    }

    private Stream<Long> places(UUID conversation, Long bucket) {
        List<Long> found = session.execute(
                        places.bind(conversation, bucket).setConsistencyLevel(ConsistencyLevel.QUORUM))
                .map(row -> row.getLong("seq"))
                .all();
        return found.stream();
    }

    @Override
    public void close() {
        session.close();
    }
}
