package app.parley.chat.sight;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * What people may see of each other. A future is complete at once for what was asked for lately; it fails while profile-service
 * does not answer, and what is remembered is too old.
 */
public interface Sights {

    /** What somebody may see of another. */
    CompletableFuture<Sight> of(UUID viewer, UUID subject);

    /** What somebody may see of others, by their ids. */
    default CompletableFuture<Map<UUID, Sight>> of(UUID viewer, Collection<UUID> subjects) {
        return all(subjects.stream()
                .distinct()
                .collect(Collectors.toMap(
                        subject -> subject, subject -> of(viewer, subject), (one, _) -> one, LinkedHashMap::new)));
    }

    /** What each of some may see of another, by the ids of those who see. */
    default CompletableFuture<Map<UUID, Sight>> of(Collection<UUID> viewers, UUID subject) {
        return all(viewers.stream()
                .distinct()
                .collect(Collectors.toMap(
                        viewer -> viewer, viewer -> of(viewer, subject), (one, _) -> one, LinkedHashMap::new)));
    }

    private static CompletableFuture<Map<UUID, Sight>> all(Map<UUID, CompletableFuture<Sight>> asked) {
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> asked.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, sight -> sight.getValue().join())));
    }
}
