package app.parley.load.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Opens many connections, a limited number of them at a time. */
final class Connecting {

    private Connecting() {}

    /** Waits until all are open. Throws {@link IllegalStateException} if one cannot be opened. */
    static <T> void all(List<T> items, Function<T, CompletableFuture<Void>> open, int atOnce) {
        Semaphore permits = new Semaphore(atOnce);
        List<CompletableFuture<Void>> opening = items.stream()
                .map(item -> {
                    permits.acquireUninterruptibly();
                    return open.apply(item).whenComplete((_, _) -> permits.release());
                })
                .toList();
        try {
            CompletableFuture.allOf(opening.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            long failed = opening.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .count();
            throw new IllegalStateException(
                    failed + " of " + items.size() + " connections failed: " + e.getMessage(), e);
        }
    }
}
