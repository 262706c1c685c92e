package app.parley.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Starts all instances, each as soon as those that it needs can serve. The instances of one part start one after the
 * other: the first makes the tables that the others find, and a Cassandra node joins those that are there.
 */
final class Startup {

    private final Consumer<Instance> start;
    private final Executor threads;
    private final Map<Instance, CompletableFuture<Void>> ready = new HashMap<>();
    private final CompletableFuture<Void> failed = new CompletableFuture<>();

    Startup(Consumer<Instance> start, Executor threads) {
        this.start = start;
        this.threads = threads;
    }

    /**
     * Returns when all are ready, and throws as soon as one fails: the others may still be starting then.
     *
     * @param instances in the order of the parts and of their numbers
     */
    void run(List<Instance> instances) throws InterruptedException {
        for (Instance instance : instances) {
            ready.put(instance, needs(instance).thenRunAsync(() -> startOrReport(instance), threads));
        }
        try {
            CompletableFuture.anyOf(all(instances.stream()), failed).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void startOrReport(Instance instance) {
        try {
            start.accept(instance);
        } catch (RuntimeException e) {
            failed.completeExceptionally(e);
            throw e;
        }
    }

    private CompletableFuture<Void> needs(Instance instance) {
        return all(ready.keySet().stream()
                .filter(other -> other.part() == instance.part()
                        || instance.part().startsAfter().contains(other.part())));
    }

    private CompletableFuture<Void> all(Stream<Instance> instances) {
        return CompletableFuture.allOf(instances.map(ready::get).toArray(CompletableFuture[]::new));
    }
}
