package app.parley.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts an instance that died again, at longer and longer intervals, until it serves or the stack is stopped. */
final class Revival {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Consumer<Instance> start;
    private final Progress progress;
    private final BooleanSupplier closing;

    Revival(Consumer<Instance> start, Progress progress, BooleanSupplier closing) {
        this.start = start;
        this.progress = progress;
        this.closing = closing;
    }

    void revive(Instance instance) {
        Duration pause = FIRST;
        progress.died(instance, pause);
        while (waited(pause)) {
            try {
                start.accept(instance);
                return;
            } catch (RuntimeException e) {
                pause = longer(pause);
                if (!closing.getAsBoolean()) {
                    progress.stillDown(instance, reason(e), pause);
                }
            }
        }
    }

    private static String reason(RuntimeException problem) {
        String message = String.valueOf(problem.getMessage());
        return problem instanceof StackFailure failure && failure.log() != null
                ? message + ", see " + failure.log()
                : message;
    }

    /** False if the stack was stopped meanwhile. */
    private boolean waited(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        try {
            while (!closing.getAsBoolean() && System.nanoTime() - end < 0) {
                Thread.sleep(Duration.ofMillis(100));
            }
            return !closing.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }
}
