package app.parley.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What may be sent to a process. */
public final class Signals {

    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private Signals() {}

    /**
     * Asks the process to end, and ends it with its children by force if it still runs after {@code grace}.
     *
     * @return whether it ended by itself
     */
    public static boolean stop(ProcessHandle process, Duration grace) {
        List<ProcessHandle> family = family(process);
        // A paused process hears of it only when it goes on.
        send("-CONT", process);
        process.destroy();
        boolean ended = ends(process, grace);
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> ends(member, AFTER_KILL));
        return ended;
    }

    /** Ends the process at once, as a power cut would, and waits until it is gone. */
    public static void kill(ProcessHandle process) {
        List<ProcessHandle> family = family(process);
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> ends(member, AFTER_KILL));
    }

    /** Stops the process and its children in the middle of whatever they do. */
    public static void pause(ProcessHandle process) {
        send("-STOP", process);
    }

    /** Lets a paused process and its children go on. */
    public static void resume(ProcessHandle process) {
        send("-CONT", process);
    }

    /** Whether the process has ended, waiting for it up to {@code limit}. */
    public static boolean ends(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private static void send(String signal, ProcessHandle process) {
        List<String> pids = family(process).stream()
                .map(member -> Long.toString(member.pid()))
                .toList();
        List<String> command =
                Stream.concat(Stream.of("kill", signal), pids.stream()).toList();
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }
}
