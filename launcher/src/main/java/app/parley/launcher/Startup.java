package app.parley.launcher;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Starts all parts, each as soon as those that it needs can serve. */
final class Startup {

    private final Consumer<Part> start;
    private final Executor threads;
    private final Map<Part, CompletableFuture<Void>> ready = new EnumMap<>(Part.class);
    private final CompletableFuture<Void> failed = new CompletableFuture<>();

    Startup(Consumer<Part> start, Executor threads) {
        this.start = start;
        this.threads = threads;
    }

    /** Returns when all are ready, and throws as soon as one fails: the others may still be starting then. */
    void run() throws InterruptedException {
        for (Part part : Part.values()) {
            ready.put(part, all(List.copyOf(part.startsAfter())).thenRunAsync(() -> startOrReport(part), threads));
        }
        try {
            CompletableFuture.anyOf(all(List.of(Part.values())), failed).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void startOrReport(Part part) {
        try {
            start.accept(part);
        } catch (RuntimeException e) {
            failed.completeExceptionally(e);
            throw e;
        }
    }

    private CompletableFuture<Void> all(List<Part> parts) {
        return CompletableFuture.allOf(parts.stream().map(ready::get).toArray(CompletableFuture[]::new));
    }
}
