package app.parley.test;

import app.parley.stores.CassandraServer;
import app.parley.stores.RedisServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.containers.GenericContainer;

/** Stores as containers of the official images. */
final class ContainerStores implements StoreFactory {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String REDIS_IMAGE = "redis:7.4";
    private static final String CASSANDRA_IMAGE = "cassandra:5.0";
    private static final int POSTGRES_PORT = 5432;
    private static final int REDIS_PORT = 6379;
    private static final int CASSANDRA_PORT = 9042;

    // S3Proxy has no official image of a fixed version: it stays a process.
    private final EmbeddedStores processes = new EmbeddedStores();

    @Override
    public StoreInstance start(Store store) {
        return switch (store) {
            case POSTGRES -> postgres();
            case REDIS -> redis();
            case CASSANDRA -> cassandra();
            case S3 -> processes.start(Store.S3);
        };
    }

    private static StoreInstance postgres() {
        GenericContainer<?> container = new GenericContainer<>(POSTGRES_IMAGE)
                .withEnv("POSTGRES_USER", StoreInstance.USER)
                .withEnv("POSTGRES_PASSWORD", StoreInstance.PASSWORD)
                .withEnv("POSTGRES_DB", StoreInstance.USER);
        return new ContainerInstance(container, POSTGRES_PORT, ContainerStores::answersQueries);
    }

    private static StoreInstance redis() {
        GenericContainer<?> container = new GenericContainer<>(REDIS_IMAGE)
                .withCommand("redis-server", "--requirepass", StoreInstance.PASSWORD, "--appendonly", "yes");
        return new ContainerInstance(
                container, REDIS_PORT, (host, port) -> RedisServer.answers(host, port, StoreInstance.PASSWORD));
    }

    private static StoreInstance cassandra() {
        GenericContainer<?> container = new GenericContainer<>(CASSANDRA_IMAGE)
                .withEnv("MAX_HEAP_SIZE", "384M")
                .withEnv("HEAP_NEWSIZE", "96M")
                .withEnv("CASSANDRA_DC", CassandraServer.DATACENTER)
                .withEnv("JVM_EXTRA_OPTS", "-Dcassandra.skip_wait_for_gossip_to_settle=0 -Dcassandra.ring_delay_ms=1");
        return new ContainerInstance(container, CASSANDRA_PORT, CassandraServer::answers);
    }

    private static boolean answersQueries(String host, int port) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                PostgresStore.jdbcUrl(host, port, StoreInstance.USER), StoreInstance.USER, StoreInstance.PASSWORD)) {
            return connection.isValid(1);
        }
    }

    @Override
    public void cleanUp() {
        processes.cleanUp();
    }
}
