package app.parley.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JVM's cache of loaded and linked classes: recorded by one run that ends in order, used by all that follow. */
final class AheadOfTimeCache {

    private final List<String> options;
    private final @Nullable Path recording;
    private final @Nullable Path place;

    private AheadOfTimeCache(List<String> options, @Nullable Path recording, @Nullable Path place) {
        this.options = options;
        this.recording = recording;
        this.place = place;
    }

    static AheadOfTimeCache none() {
        return new AheadOfTimeCache(List.of(), null, null);
    }

    /**
     * The cache for this JDK and class path.
     *
     * @param records whether the run records it if there is none yet
     */
    static AheadOfTimeCache of(String store, List<Path> classPath, boolean records) throws IOException {
        String key = Integer.toHexString((Runtime.version() + JavaStore.join(classPath)).hashCode());
        Path place = StoreHome.resolve("%s-%s.aot".formatted(store, key));
        if (Files.exists(place)) {
            return new AheadOfTimeCache(List.of("-XX:AOTCache=" + place), null, null);
        }
        if (!records) {
            return none();
        }
        Path recording = place.resolveSibling(UUID.randomUUID() + ".aot");
        return new AheadOfTimeCache(List.of("-XX:AOTCacheOutput=" + recording), recording, place);
    }

    List<String> options() {
        return options;
    }

    /** Hands the recording of a run that has ended in order to later runs. */
    void publish() {
        if (recording == null || place == null || !Files.exists(recording)) {
            return;
        }
        try {
            Files.move(recording, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the cache %s".formatted(place), e);
        }
    }
}
