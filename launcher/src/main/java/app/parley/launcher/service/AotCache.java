package app.parley.launcher.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the JVM keeps of a training run so that later runs start in little more than half the time. */
final class AotCache {

    private final Path cache;
    private final Path draft;

    /** The cache of the application that is unpacked at {@code jar}. */
    AotCache(Path jar) {
        this.cache = jar.resolveSibling("app.aot");
        this.draft = jar.resolveSibling("app.aot.draft");
    }

    boolean exists() {
        return Files.exists(cache);
    }

    /** What a run needs that starts from the cache, if there is one. */
    List<String> options() {
        return exists() ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    /** What a training run needs. Profiles are not recorded: they would bring the optimising compiler in sooner. */
    List<String> trainingOptions() {
        return List.of("-XX:AOTCacheOutput=" + draft, "-XX:TieredStopAtLevel=1", "-Xlog:aot*=error");
    }

    /** Takes what a training run wrote, after it has ended well: half a cache is never used. */
    void keepRecording() throws IOException {
        if (Files.exists(draft)) {
            Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
