package app.parley.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.stores.RedisServer;
import com.datastax.oss.driver.api.core.CqlSession;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A plain test, without Spring, on every kind of store. */
@RealStores({Store.POSTGRES, Store.REDIS, Store.CASSANDRA, Store.S3})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealStoresTest {

    @Test
    @Order(1)
    void aPausedStoreAnswersNothingUntilItIsResumed(RedisStore redis) throws Exception {
        assertThat(answers(redis)).isTrue();
        redis.pause();
        assertThatThrownBy(() -> answers(redis)).isInstanceOf(SocketTimeoutException.class);
        redis.resume();
        assertThat(answers(redis)).isTrue();
        redis.pause();
    }

    @Test
    @Order(2)
    void aStoreThatATestLeavesPausedServesTheNext(RedisStore redis) throws Exception {
        assertThat(answers(redis)).isTrue();
        redis.kill();
        assertThatThrownBy(() -> answers(redis)).isInstanceOf(ConnectException.class);
    }

    @Test
    @Order(3)
    void aStoreThatATestLeavesKilledServesTheNext(RedisStore redis) throws Exception {
        assertThat(answers(redis)).isTrue();
        assertThatThrownBy(redis::resume)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot resume a store that is SERVING");
    }

    @Test
    @Order(4)
    void aRestartedStoreKeepsItsDataAndItsAddress(PostgresStore postgres) throws SQLException {
        String url = postgres.jdbcUrl();
        execute(postgres, "create table note (text text)");
        postgres.restart();
        assertThat(postgres.jdbcUrl()).isEqualTo(url);
        execute(postgres, "insert into note values ('after')");
    }

    @Test
    @Order(5)
    void cassandraTakesTheKeyspaceThatTheClassOwns(CassandraStore cassandra) {
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(cassandra.contactPoint())
                .withLocalDatacenter(cassandra.datacenter())
                .build()) {
            session.execute("create keyspace %s with replication = {'class': 'SimpleStrategy', 'replication_factor': 1}"
                    .formatted(cassandra.keyspace()));
            assertThat(session.refreshSchema().getKeyspace(cassandra.keyspace()))
                    .isPresent();
        }
    }

    @Test
    @Order(6)
    void s3WantsSignedRequests(S3Store s3) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) s3.endpoint().toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(403);
    }

    @Nested
    class Inside {

        @Test
        void aNestedClassSharesTheStoresOfItsOuterOne(PostgresStore postgres) throws SQLException {
            execute(postgres, "create table nested (text text)");
            assertThat(StoreUse.of(Inside.class).orElseThrow().owner()).isEqualTo(RealStoresTest.class);
        }
    }

    @Test
    @Order(7)
    void anotherClassGetsADatabaseAndARedisOfItsOwn(PostgresStore postgres, RedisStore redis) {
        var others = RunningStores.of(StoreUse.of(Another.class).orElseThrow());
        assertThat(((PostgresStore) others.get(Store.POSTGRES)).jdbcUrl()).isNotEqualTo(postgres.jdbcUrl());
        assertThat(others.get(Store.POSTGRES).port()).isEqualTo(postgres.port());
        assertThat(((RedisStore) others.get(Store.REDIS)).url()).isNotEqualTo(redis.url());
    }

    @RealStores({Store.POSTGRES, Store.REDIS})
    private static final class Another {}

    private static boolean answers(RedisStore redis) throws Exception {
        return RedisServer.answers(redis.host(), redis.port(), StoreInstance.PASSWORD);
    }

    private static void execute(PostgresStore postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
