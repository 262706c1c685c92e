package app.parley.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class RedisServerTest extends StoreServerContract<RedisServer> {

    @Override
    RedisServer start(Path data, int port, Path log) {
        return RedisServer.start(new RedisServer.Settings(data, port, "secret", log));
    }

    @Override
    void write(RedisServer server, String value) throws IOException {
        assertThat(ask(server, "AUTH secret\r\nSET key \"%s\"".formatted(value), 2))
                .isEqualTo("+OK");
    }

    @Override
    String read(RedisServer server) throws IOException {
        return ask(server, "AUTH secret\r\nGET key", 3);
    }

    @Test
    void aClientWithoutThePasswordIsRefused() throws IOException {
        try (RedisServer server = start(folder.resolve("data"), 0, folder.resolve("store.log"))) {
            assertThat(ask(server, "GET key", 1)).startsWith("-NOAUTH");
            assertThat(server.uri()).hasToString("redis://:secret@127.0.0.1:" + server.port());
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("data").resolve("redis.conf"))))
                    .isEqualTo("rw-------");
        }
    }

    private static String ask(RedisServer server, String commands, int answerLine) throws IOException {
        try (Socket socket = new Socket(StoreServer.LOOPBACK, server.port());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((commands + "\r\n").getBytes(StandardCharsets.UTF_8));
            String answer = "";
            for (int line = 0; line < answerLine; line++) {
                answer = answers.readLine();
            }
            return answer;
        }
    }
}
