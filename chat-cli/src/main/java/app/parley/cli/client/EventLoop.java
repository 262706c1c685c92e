package app.parley.cli.client;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread that touches the client's state: events and timers run on it, one after the other. */
final class EventLoop implements Executor, AutoCloseable {

    private final ScheduledExecutorService thread;
    private final Consumer<RuntimeException> onFailure;

    EventLoop(String name, Consumer<RuntimeException> onFailure) {
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        this.onFailure = onFailure;
    }

    /** Runs this on the loop; after {@link #close} it is dropped. */
    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(guarded(task));
        } catch (RejectedExecutionException e) {
            // closed: whatever was still under way has nobody left to tell
        }
    }

    /** Runs this on the loop after a while. The answer cancels it. */
    Timer after(Duration delay, Runnable task) {
        Future<?> future = thread.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                onFailure.accept(e);
            }
        };
    }

    /** Something that will happen, unless it is cancelled. */
    @FunctionalInterface
    interface Timer {
        void cancel();
    }
}
