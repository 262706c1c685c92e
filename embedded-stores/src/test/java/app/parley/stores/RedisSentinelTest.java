package app.parley.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A primary, a replica and three Sentinels. */
class RedisSentinelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private RedisServer first;
    private RedisServer second;
    private List<RedisSentinel> sentinels;

    @BeforeEach
    void start() {
        first = redis("first", 0, 0);
        second = redis("second", 0, first.port());
        sentinels = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> sentinel(number, 0))
                .toList();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sentinels).allMatch(RedisSentinel::isInTouch));
    }

    @AfterEach
    void stop() {
        sentinels.forEach(RedisSentinel::close);
        second.close();
        first.close();
    }

    @Test
    void theReplicaTakesOverAndAllOfItGoesOnSoAfterARestart() throws IOException {
        assertThat(ask(first, "SET key value")).isEqualTo("+OK");
        await().atMost(PATIENCE).until(() -> ask(second, "GET key").equals("$5"));

        first.kill();
        await().atMost(PATIENCE).until(() -> ask(second, "SET key other").equals("+OK"));
        await().atMost(PATIENCE).until(() -> namedPrimary(1) == second.port());
        first = redis("first", first.port(), second.port());
        await().atMost(PATIENCE).until(() -> ask(first, "SET key forgotten").startsWith("-READONLY"));

        List<Integer> ports = sentinels.stream().map(RedisSentinel::port).toList();
        sentinels.forEach(RedisSentinel::close);
        sentinels = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> sentinel(number, ports.get(number - 1)))
                .toList();
        assertThat(namedPrimary(3)).isEqualTo(second.port());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ask(sentinels.get(2), "SENTINEL CKQUORUM parley"))
                        .startsWith("+OK 3"));
    }

    private int namedPrimary(int number) throws IOException {
        return RedisSentinel.Knowledge.of(folder.resolve("sentinel-" + number))
                .findFirst()
                .orElseThrow()
                .primaryPort();
    }

    private RedisServer redis(String name, int port, int primaryPort) {
        return RedisServer.start(
                new RedisServer.Settings(folder.resolve(name), port, "secret", log(name), primaryPort));
    }

    private RedisSentinel sentinel(int number, int port) {
        String name = "sentinel-" + number;
        return RedisSentinel.start(
                new RedisSentinel.Settings(folder.resolve(name), port, first.port(), "secret", log(name)));
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** The first line of the answer. */
    private static String ask(StoreServer server, String command) throws IOException {
        try (Socket socket = new Socket(StoreServer.LOOPBACK, server.port());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream()
                    .write("AUTH secret\r\n%s\r\n".formatted(command).getBytes(StandardCharsets.UTF_8));
            assertThat(answers.readLine()).isEqualTo("+OK");
            return answers.readLine();
        }
    }
}
