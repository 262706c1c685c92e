package app.parley.test;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.stores.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ThrowAwayFolderTest {

    @Test
    void whatAKilledJvmHasLeftGoesAtTheNextStart() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path abandoned = Files.createTempDirectory("parley-test-stores-" + ended.pid() + "-");
        RedisServer left = RedisServer.start(
                new RedisServer.Settings(abandoned.resolve("redis-1"), 0, "secret", abandoned.resolve("redis.log")));

        ThrowAwayFolder folder = ThrowAwayFolder.create();

        assertThat(left.process().isAlive()).isFalse();
        assertThat(abandoned).doesNotExist();
        assertThat(folder.path()).isDirectory();
        folder.delete();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void theFolderOfALivingJvmStays() throws IOException {
        ThrowAwayFolder ours = ThrowAwayFolder.create();
        ThrowAwayFolder next = ThrowAwayFolder.create();
        assertThat(ours.path()).isDirectory();
        next.delete();
        ours.delete();
    }
}
