package app.parley.e2e;

import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Looks for somebody in every store, as somebody would who has the disks: in every table, key and object there is. */
final class Traces implements AutoCloseable {

    private final Connection postgres;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> redis;
    private final Tables cassandra;
    private final Path objects;

    Traces(Suite.Running suite) throws SQLException {
        Stack stack = suite.stack();
        Map<String, String> profile = stack.properties(Instance.first(Part.PROFILE));
        this.postgres = DriverManager.getConnection(
                profile.get("spring.datasource.url"),
                profile.get("spring.datasource.username"),
                profile.get("spring.datasource.password"));
        this.client = RedisClient.create(
                stack.properties(Instance.first(Part.PRESENCE)).get("spring.data.redis.url"));
        this.redis = client.connect();
        this.cassandra = new Tables(stack);
        this.objects = suite.home().resolve("data").resolve(Part.S3.id());
    }

    /** The tables of PostgreSQL in which a text stands. */
    List<String> inPostgres(String text) {
        List<String> found = new ArrayList<>();
        try (PreparedStatement tables = postgres.prepareStatement(
                        "select table_name from information_schema.tables where table_schema = 'public'");
                ResultSet names = tables.executeQuery()) {
            while (names.next()) {
                if (holds(names.getString(1), text)) {
                    found.add(names.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** The same for an id, which may also be in a column of bytes. */
    List<String> inPostgres(UUID id) {
        return Stream.of(id.toString(), id.toString().replace("-", ""))
                .flatMap(text -> inPostgres(text).stream())
                .toList();
    }

    private boolean holds(String table, String text) throws SQLException {
        try (PreparedStatement search = postgres.prepareStatement(
                "select exists (select from \"%s\" line where position(? in line::text) > 0)".formatted(table))) {
            search.setString(1, text);
            try (ResultSet answer = search.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    /** The keys of Redis in whose name or value a text stands. */
    List<String> inRedis(String text) {
        RedisCommands<String, String> commands = redis.sync();
        List<String> found = new ArrayList<>();
        ScanIterator.scan(commands).forEachRemaining(key -> {
            if ((key + content(commands, key)).contains(text)) {
                found.add(key);
            }
        });
        return found;
    }

    private static String content(RedisCommands<String, String> commands, String key) {
        return switch (commands.type(key)) {
            case "string" -> String.valueOf(commands.get(key));
            case "hash" -> commands.hgetall(key).toString();
            case "set" -> commands.smembers(key).toString();
            case "zset" -> commands.zrange(key, 0, -1).toString();
            case "list" -> commands.lrange(key, 0, -1).toString();
            case "none" -> "";
            default -> throw new IllegalStateException("no search in " + key + ", a " + commands.type(key));
        };
    }

    List<String> inCassandra(String text) {
        return cassandra.holding(text);
    }

    List<String> inCassandra(UUID id) {
        return cassandra.holding(id);
    }

    /** The objects in whose name or bytes a text stands. */
    List<Path> inObjects(String text) {
        try (Stream<Path> files = Files.walk(objects)) {
            return files.filter(file -> file.toString().contains(text)
                            || Files.isRegularFile(file) && content(file).contains(text))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        postgres.close();
        redis.close();
        client.shutdown();
        cassandra.close();
    }
}
