package app.parley.cli.terminal;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says that the user types, not at every key but every few seconds, and that they stopped when the line is empty. */
final class TypingSignal {

    private static final long REPEAT_NANOS = Duration.ofSeconds(3).toNanos();

    private final Consumer<Boolean> tell;
    private final LongSupplier nanoTime;
    private boolean typing;
    private long toldAt;

    TypingSignal(Consumer<Boolean> tell, LongSupplier nanoTime) {
        this.tell = tell;
        this.nanoTime = nanoTime;
    }

    /** The line is now this. */
    void edited(String line) {
        boolean writes = !line.isEmpty() && (!line.startsWith("/") || line.startsWith("//"));
        if (writes && (!typing || nanoTime.getAsLong() - toldAt >= REPEAT_NANOS)) {
            typing = true;
            toldAt = nanoTime.getAsLong();
            tell.accept(true);
        } else if (!writes && typing) {
            typing = false;
            tell.accept(false);
        }
    }

    /** What was written has been entered: the message itself says that typing is over. */
    void entered() {
        typing = false;
    }
}
