package app.parley.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of three Redis Sentinels: two that agree that the primary is gone make its replica the primary. What it knows it
 * keeps in its configuration file, ports included, so that a set that starts again on its data goes on as it was.
 */
public final class RedisSentinel extends StoreServer {

    /** What Sentinels call the primary that they watch. */
    public static final String PRIMARY = "parley";

    private static final String NAME = "Redis Sentinel";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int QUORUM = 2;
    private static final int DOWN_AFTER_MILLIS = 3_000;

    /** Also how long it is, after one that failed, until the next failover: twice as long. */
    private static final int FAILOVER_TIMEOUT_MILLIS = 10_000;

    /** What a Sentinel knows of the set is in the lines that begin so. */
    private static final String KNOWLEDGE = "sentinel ";

    private final Settings settings;

    private RedisSentinel(StoreProcess process, Settings settings) {
        super(process, settings.port());
        this.settings = settings;
    }

    /**
     * @param data the folder of this Sentinel, made if it is not there
     * @param port where it answers, 0 for any free port
     * @param primaryPort where the primary answers when all is started for the first time
     * @param password what its clients must present, the other Sentinels too, and what it presents to Redis
     * @param log the file that its output is appended to
     */
    public record Settings(Path data, int port, int primaryPort, String password, Path log) {

        @Override
        public String toString() {
            return "Settings[data=%s, port=%d, primaryPort=%d, log=%s]".formatted(data, port, primaryPort, log);
        }
    }

    /** What a Sentinel has last written down about the primary. */
    public record Knowledge(int primaryPort, long epoch) {

        private static final Pattern MONITOR = Pattern.compile("sentinel monitor %s \\S+ (\\d+) .*".formatted(PRIMARY));
        private static final Pattern EPOCH = Pattern.compile("sentinel config-epoch %s (\\d+)".formatted(PRIMARY));

        /** That of the Sentinel with this folder, whether it runs or not; empty if it has never been started. */
        public static Stream<Knowledge> of(Path data) throws IOException {
            List<String> lines = written(data);
            OptionalInt primary = number(lines, MONITOR);
            return primary.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Knowledge(
                            primary.getAsInt(), number(lines, EPOCH).orElse(0)));
        }

        private static OptionalInt number(List<String> lines, Pattern pattern) {
            return lines.stream()
                    .map(pattern::matcher)
                    .filter(Matcher::matches)
                    .mapToInt(line -> Integer.parseInt(line.group(1)))
                    .findFirst();
        }
    }

    public static RedisSentinel start(Settings wanted) {
        Settings settings = new Settings(
                wanted.data(), portOrFree(wanted.port()), wanted.primaryPort(), wanted.password(), wanted.log());
        StoreCommand command = new StoreCommand(
                NAME,
                LOOPBACK,
                settings.port(),
                StoreFolder.prepare(NAME, settings.data(), settings.log(), () -> commandLine(settings)),
                settings.data(),
                settings.log(),
                PATIENCE,
                Signal.TERM);
        return new RedisSentinel(
                StoreProcess.start(command, () -> RedisServer.answers(LOOPBACK, settings.port(), settings.password())),
                settings);
    }

    /** Whether it knows of a replica and of the two other Sentinels. */
    public boolean isInTouch() {
        try {
            List<String> lines = written(settings.data());
            return lines.stream()
                                    .filter(line -> line.startsWith("sentinel known-sentinel "))
                                    .count()
                            == 2
                    && lines.stream().anyMatch(line -> line.startsWith("sentinel known-replica "));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what the Sentinel on port %d knows".formatted(port()), e);
        }
    }

    private static List<String> commandLine(Settings settings) throws IOException {
        List<String> known = written(settings.data());
        String knowledge = known.isEmpty() ? nothingYet(settings) : String.join("\n", known);
        Path configuration = configuration(settings.data());
        StoreFolder.writePrivately(configuration, """
                bind 127.0.0.1
                port %d
                requirepass "%s"
                %s
                """.formatted(settings.port(), settings.password(), knowledge));
        return List.of(StoreHome.executable(RedisServer.EXECUTABLE).toString(), configuration.toString(), "--sentinel");
    }

    private static String nothingYet(Settings settings) {
        return """
                sentinel monitor %1$s %2$s %3$d %4$d
                sentinel auth-pass %1$s %5$s
                sentinel down-after-milliseconds %1$s %6$d
                sentinel failover-timeout %1$s %7$d""".formatted(
                        PRIMARY,
                        LOOPBACK,
                        settings.primaryPort(),
                        QUORUM,
                        settings.password(),
                        DOWN_AFTER_MILLIS,
                        FAILOVER_TIMEOUT_MILLIS);
    }

    private static List<String> written(Path data) throws IOException {
        Path configuration = configuration(data);
        if (!Files.exists(configuration)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(configuration)) {
            return lines.filter(line -> line.startsWith(KNOWLEDGE)).toList();
        }
    }

    private static Path configuration(Path data) {
        return data.resolve("sentinel.conf");
    }
}
