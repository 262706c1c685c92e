package app.parley.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL database of the test class's own. */
public final class PostgresStore extends RealStore {

    private final String database;

    PostgresStore(StoreInstance instance, String database) {
        super(instance);
        this.database = database;
        createDatabase();
    }

    public String jdbcUrl() {
        return jdbcUrl(host(), port(), database);
    }

    public String username() {
        return StoreInstance.USER;
    }

    public String password() {
        return StoreInstance.PASSWORD;
    }

    @Override
    Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", jdbcUrl(),
                "spring.datasource.username", username(),
                "spring.datasource.password", password());
    }

    private void createDatabase() {
        try (Connection connection = DriverManager.getConnection(
                        jdbcUrl(host(), port(), StoreInstance.USER), username(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + database, e);
        }
    }

    static String jdbcUrl(String host, int port, String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }
}
