package app.parley.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process, and no other that may get its number later.
 *
 * @param pid the operating system's number, which is given again after the process has ended
 * @param started when the process began, which tells two holders of one number apart
 */
public record ProcessIdentity(long pid, Instant started) {

    /** The start time is computed from the machine's boot time, which a clock correction shifts a little. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** Who this process is. */
    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process if it still runs; empty also if a stranger has its number now. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }
}
