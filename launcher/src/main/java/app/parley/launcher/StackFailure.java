package app.parley.launcher;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The stack, or a part of it, could not be started. Nothing of it runs any more. */
public final class StackFailure extends RuntimeException {

    private final @Nullable Path log;

    StackFailure(String message) {
        this(message, null, null);
    }

    StackFailure(String message, @Nullable Path log, @Nullable Throwable cause) {
        super(message, cause);
        this.log = log;
    }

    /** The log of the part that failed, or null if no part did. */
    public @Nullable Path log() {
        return log;
    }
}
