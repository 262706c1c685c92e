package app.parley.offlinestore.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.InvalidKeyspaceException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.cassandra.autoconfigure.CassandraProperties;
import org.springframework.boot.cassandra.autoconfigure.DriverConfigLoaderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The session, with the keyspace and the tables in place. */
@Configuration(proxyBeanMethods = false)
class CassandraConfiguration {

    private static final Duration SCHEMA_INTERVAL = Duration.ofMillis(10);
    private static final int QUIET_MILLIS = 50;
    private static final int STOP_MILLIS = 15_000;

    /**
     * Every statement here may be repeated; a start must not wait a second for each table; and whoever closes the session
     * has no more requests, so that a stop need not wait two seconds for them.
     */
    @Bean
    DriverConfigLoaderBuilderCustomizer driverOptions() {
        return options -> options.withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
                .withString(DefaultDriverOption.NETTY_IO_SHUTDOWN_UNIT, TimeUnit.MILLISECONDS.name())
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, QUIET_MILLIS)
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_TIMEOUT, STOP_MILLIS)
                .withString(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_UNIT, TimeUnit.MILLISECONDS.name())
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, QUIET_MILLIS)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_TIMEOUT, STOP_MILLIS)
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_WINDOW, SCHEMA_INTERVAL)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_AGREEMENT_INTERVAL, SCHEMA_INTERVAL)
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(200))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(2));
    }

    @Bean
    CqlSession cassandraSession(CqlSessionBuilder builder, CassandraProperties cassandra, SchemaSettings schema) {
        CqlIdentifier keyspace = CqlIdentifier.fromCql(
                Objects.requireNonNull(cassandra.getKeyspaceName(), "spring.cassandra.keyspace-name is not set"));
        CqlSession session = connect(builder, keyspace, cassandra, schema);
        try {
            new Schema(session).migrate();
            return session;
        } catch (RuntimeException e) {
            session.close(); // its threads would keep a process alive that cannot serve
            throw e;
        }
    }

    private static CqlSession connect(
            CqlSessionBuilder builder, CqlIdentifier keyspace, CassandraProperties cassandra, SchemaSettings schema) {
        try {
            return builder.withKeyspace(keyspace).build();
        } catch (InvalidKeyspaceException e) {
            if (!schema.createKeyspace()) {
                throw e;
            }
            createKeyspace(builder, keyspace, cassandra, schema);
            return builder.withKeyspace(keyspace).build();
        }
    }

    private static void createKeyspace(
            CqlSessionBuilder builder, CqlIdentifier keyspace, CassandraProperties cassandra, SchemaSettings schema) {
        try (CqlSession session = builder.withKeyspace((CqlIdentifier) null).build()) {
            Schema.change(
                    session,
                    "CREATE KEYSPACE IF NOT EXISTS " + keyspace.asCql(true)
                            + " WITH replication = {'class': 'NetworkTopologyStrategy', '"
                            + cassandra.getLocalDatacenter()
                            + "': " + schema.replicationFactor() + "}");
        }
    }
}
