package app.parley.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** PostgreSQL, with one superuser and a first database. */
public final class PostgresServer extends StoreServer {

    /** The user that owns every database. */
    public static final String USER = "parley";

    private static final String NAME = "PostgreSQL";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MAINTENANCE_DATABASE = "postgres";
    private static final String WRONG_PASSWORD = "28P01";

    private final Settings settings;

    private PostgresServer(StoreProcess process, Settings settings) {
        super(process, settings.port());
        this.settings = settings;
    }

    /**
     * @param data the folder of this instance, made if it is not there
     * @param port where it answers, 0 for any free port
     * @param database the name of the database that exists after the start
     * @param password of {@link #USER}; a folder keeps the password that it was made with
     * @param durable whether a commit is on disk before it is answered; if not, it outlives a crash of the process only
     * @param log the file that its output is appended to
     */
    public record Settings(Path data, int port, String database, String password, boolean durable, Path log) {

        @Override
        public String toString() {
            return "Settings[data=%s, port=%d, database=%s, durable=%s, log=%s]"
                    .formatted(data, port, database, durable, log);
        }
    }

    public static PostgresServer start(Settings wanted) {
        Settings settings = new Settings(
                wanted.data(),
                portOrFree(wanted.port()),
                wanted.database(),
                wanted.password(),
                wanted.durable(),
                wanted.log());
        StoreCommand command = new StoreCommand(
                NAME,
                LOOPBACK,
                settings.port(),
                StoreFolder.prepare(NAME, settings.data(), settings.log(), () -> commandLine(settings)),
                settings.data(),
                settings.log(),
                PATIENCE,
                // Not SIGTERM: PostgreSQL would wait until every client has left by itself.
                Signal.INT);
        PostgresServer server =
                new PostgresServer(StoreProcess.start(command, () -> answersQueries(settings)), settings);
        server.createDatabase(settings.database());
        return server;
    }

    /** The JDBC address of the first database. */
    public String jdbcUrl() {
        return jdbcUrl(settings.database());
    }

    /** The JDBC address of any database of this server. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port(), database);
    }

    public String password() {
        return settings.password();
    }

    private void createDatabase(String name) {
        try (Connection connection = connect(settings);
                PreparedStatement existing = connection.prepareStatement("select from pg_database where datname = ?")) {
            existing.setString(1, name);
            if (existing.executeQuery().next()) {
                return;
            }
            try (Statement create = connection.createStatement()) {
                create.execute("create database " + create.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "cannot create database %s on port %d: %s".formatted(name, port(), e.getMessage()), e);
        }
    }

    private static List<String> commandLine(Settings settings) throws IOException {
        Path programs = PostgresBinaries.folder().resolve("bin");
        Path cluster = settings.data().resolve("cluster");
        if (!Files.exists(cluster)) {
            initialise(programs, cluster, settings);
        }
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("postgres").toString(), "-D", cluster.toString()));
        serverSettings(settings).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return asOrdinaryUser(command);
    }

    private static Map<String, Object> serverSettings(Settings settings) {
        String durable = settings.durable() ? "on" : "off";
        return Map.of(
                "port",
                settings.port(),
                "listen_addresses",
                LOOPBACK,
                "unix_socket_directories",
                "",
                "max_connections",
                200,
                "shared_buffers",
                "64MB",
                "fsync",
                durable,
                "full_page_writes",
                durable,
                // Also without fsync, so that what was answered outlives the process, if not the machine.
                "synchronous_commit",
                "on");
    }

    /** Makes the cluster beside its place: a start that is cut short leaves no half of one. */
    private static void initialise(Path programs, Path cluster, Settings settings) throws IOException {
        Path draft = cluster.resolveSibling("cluster.draft");
        Path password = settings.data().resolve("password.draft");
        StoreHome.deleteAll(draft);
        StoreFolder.writePrivately(password, settings.password());
        try {
            List<String> initdb = new ArrayList<>(List.of(
                    programs.resolve("initdb").toString(),
                    "--pgdata=" + draft,
                    "--username=" + USER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            if (!settings.durable()) {
                initdb.add("--no-sync");
            }
            run(asOrdinaryUser(initdb), settings.log());
            Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private static void run(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new StoreStartException("%s: initdb ended with status %d; the end of its log %s:%n%s"
                        .formatted(NAME, status, log, LogTail.of(log)));
            }
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StoreStartException(NAME + ": interrupted in initdb");
        }
    }

    /** PostgreSQL refuses to run as root; in a user name space of its own, root is nobody. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (Platform.MAC || !"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean answersQueries(Settings settings) throws IOException {
        try (Connection connection = connect(settings)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new StoreStartException(
                        "%s on port %d refuses the password: %s was made with another one, set that one or delete the folder"
                                .formatted(NAME, settings.port(), settings.data()),
                        e);
            }
            throw new IOException(e);
        }
    }

    private static Connection connect(Settings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(jdbcUrl(settings.port(), MAINTENANCE_DATABASE), properties);
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, port, database);
    }
}
