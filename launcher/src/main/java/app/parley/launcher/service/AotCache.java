package app.parley.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the JVM keeps of one run so that the next starts fast: classes, loaded and linked, and profiles of the hot
 * methods. The first run of a content records it and writes it when it is stopped; later runs start from it.
 */
final class AotCache {

    private final Path cache;
    private final Path draft;

    /** The cache of the application that is unpacked at {@code jar}. */
    AotCache(Path jar) {
        this.cache = jar.resolveSibling("app.aot");
        this.draft = jar.resolveSibling("app.aot.draft");
    }

    /** Whether the next run records. */
    boolean isMissing() {
        return !Files.exists(cache);
    }

    /** The option that uses the cache, or records it. */
    String option() {
        return isMissing() ? "-XX:AOTCacheOutput=" + draft : "-XX:AOTCache=" + cache;
    }

    /** Takes what a recording run wrote, after its process has ended by itself: half a cache is never used. */
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
