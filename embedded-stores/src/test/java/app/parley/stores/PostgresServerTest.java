package app.parley.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresServerTest extends StoreServerContract<PostgresServer> {

    @Override
    PostgresServer start(Path data, int port, Path log) {
        return start(data, port, log, "secret");
    }

    private static PostgresServer start(Path data, int port, Path log, String password) {
        return PostgresServer.start(new PostgresServer.Settings(data, port, "first", password, true, log));
    }

    @Override
    void write(PostgresServer server, String value) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("delete from note");
            statement.execute("insert into note values ('%s')".formatted(value));
        }
    }

    @Override
    String read(PostgresServer server) throws SQLException {
        return query(server, "select text from note");
    }

    @Test
    void anotherPasswordIsRefusedWithTheWayOut() {
        Path data = folder.resolve("data");
        Path log = folder.resolve("store.log");
        start(data, 0, log, "secret").close();
        assertThatThrownBy(() -> start(data, 0, log, "other"))
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("refuses the password")
                .hasMessageContaining(data.toString());
        assertThat(ProcessHandle.current().descendants()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void commitsReachTheDiskAndTextIsUnicode() throws SQLException {
        try (PostgresServer server = start(folder.resolve("data"), 0, folder.resolve("store.log"))) {
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "select lower('ÄÖÜ')")).isEqualTo("äöü");
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), PostgresServer.USER, server.password());
    }
}
