package app.parley.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the JVM keeps of one run so that later ones start in half the time: classes, loaded and linked. A training run
 * records it and writes it when it is stopped, which takes longer than the start itself.
 */
final class AotCache {

    private final Path cache;
    private final Path draft;

    /** The cache of the application that is unpacked at {@code jar}. */
    AotCache(Path jar) {
        this.cache = jar.resolveSibling("app.aot");
        this.draft = jar.resolveSibling("app.aot.draft");
    }

    /** What a training run needs. Profiles are not recorded: they would bring the optimising compiler in sooner. */
    List<String> trainingOptions() {
        return List.of("-XX:AOTCacheOutput=" + draft, "-XX:TieredStopAtLevel=1", "-Xlog:aot*=error");
    }

    /** What a run needs that starts from the cache, if there is one. */
    List<String> options() {
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    /** Takes what a training run wrote, after its process has ended by itself: half a cache is never used. */
    void keepRecording() {
        try {
            if (Files.exists(draft)) {
                Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the AOT cache " + cache, e);
        }
    }
}
