package app.parley.stores;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Redis with an append-only file: what it has answered survives the end of the process. It can be the primary or the
 * replica of {@link RedisSentinel}s, which change that while it runs.
 */
public final class RedisServer extends StoreServer {

    private static final String NAME = "Redis";
    static final String EXECUTABLE =
            "redis-server-7.0.15-%s-%s".formatted(Platform.SYSTEM, Platform.ARM ? "arm64" : "amd64");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PROBE_TIMEOUT_MILLIS = 1_000;

    private final Settings settings;

    private RedisServer(StoreProcess process, Settings settings) {
        super(process, settings.port());
        this.settings = settings;
    }

    /**
     * @param data the folder of this instance, made if it is not there
     * @param port where it answers, 0 for any free port
     * @param password what clients must present
     * @param log the file that its output is appended to
     * @param primaryPort where the Redis of the same password answers that it copies, 0 if it is none's replica
     */
    public record Settings(Path data, int port, String password, Path log, int primaryPort) {

        /** A Redis that is alone, or the primary. */
        public Settings(Path data, int port, String password, Path log) {
            this(data, port, password, log, 0);
        }

        @Override
        public String toString() {
            return "Settings[data=%s, port=%d, log=%s, primaryPort=%d]".formatted(data, port, log, primaryPort);
        }
    }

    public static RedisServer start(Settings wanted) {
        Settings settings = new Settings(
                wanted.data(), portOrFree(wanted.port()), wanted.password(), wanted.log(), wanted.primaryPort());
        StoreCommand command = new StoreCommand(
                NAME,
                LOOPBACK,
                settings.port(),
                StoreFolder.prepare(NAME, settings.data(), settings.log(), () -> commandLine(settings)),
                settings.data(),
                settings.log(),
                PATIENCE,
                Signal.TERM);
        return new RedisServer(
                StoreProcess.start(command, () -> answers(LOOPBACK, settings.port(), settings.password())), settings);
    }

    /** Where clients connect, with the password. */
    public URI uri() {
        return URI.create("redis://:%s@%s:%d"
                .formatted(URLEncoder.encode(settings.password(), StandardCharsets.UTF_8), LOOPBACK, port()));
    }

    public String password() {
        return settings.password();
    }

    private static List<String> commandLine(Settings settings) throws IOException {
        Path configuration = settings.data().resolve("redis.conf");
        String primary =
                settings.primaryPort() == 0 ? "" : "replicaof %s %d".formatted(LOOPBACK, settings.primaryPort());
        // A file, not arguments: the password must not show in the list of processes.
        StoreFolder.writePrivately(configuration, """
                bind 127.0.0.1
                port %d
                requirepass "%s"
                masterauth "%s"
                %s
                repl-diskless-sync-delay 0
                dir "%s"
                appendonly yes
                appendfsync everysec
                save ""
                maxclients 10000
                """.formatted(
                        settings.port(),
                        settings.password(),
                        settings.password(),
                        primary,
                        Files.createDirectories(settings.data().resolve("data"))));
        return List.of(StoreHome.executable(EXECUTABLE).toString(), configuration.toString());
    }

    /** Whether a Redis at this address accepts the password and answers. */
    public static boolean answers(String host, int port, String password) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PROBE_TIMEOUT_MILLIS);
            socket.setSoTimeout(PROBE_TIMEOUT_MILLIS);
            int length = password.getBytes(StandardCharsets.UTF_8).length;
            socket.getOutputStream()
                    .write("*2\r\n$4\r\nAUTH\r\n$%d\r\n%s\r\n*1\r\n$4\r\nPING\r\n"
                            .formatted(length, password)
                            .getBytes(StandardCharsets.UTF_8));
            byte[] expected = "+OK\r\n+PONG\r\n".getBytes(StandardCharsets.US_ASCII);
            byte[] answer = new byte[expected.length];
            new DataInputStream(socket.getInputStream()).readFully(answer);
            return Arrays.equals(answer, expected);
        }
    }
}
