package app.parley.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One operating system process with its children, from the start until nothing of it is left. */
final class StoreProcess {

    private static final Duration POLL = Duration.ofMillis(20);
    // Cassandra records its ahead-of-time cache when it ends for the first time.
    private static final Duration GRACE = Duration.ofSeconds(90);
    private static final Duration KILL_GRACE = Duration.ofSeconds(10);

    private final StoreCommand command;
    private final Process process;

    private StoreProcess(StoreCommand command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** Starts the store and returns when it serves. */
    static StoreProcess start(StoreCommand command, Readiness readiness) {
        StoreProcess started = launch(command);
        try {
            started.awaitReady(readiness);
            return started;
        } catch (RuntimeException | Error e) {
            started.kill();
            throw e;
        }
    }

    private static StoreProcess launch(StoreCommand command) {
        ProcessRecord record = new ProcessRecord(command.folder());
        try {
            record.survivor().ifPresent(survivor -> {
                throw new StoreStartException("%s cannot start: process %d of an earlier start still works on %s"
                        .formatted(command.name(), survivor.pid(), command.folder()));
            });
            requireFreePort(command);
            Process process = new ProcessBuilder(command.arguments())
                    .directory(command.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(command.log().toFile()))
                    .start();
            process.getOutputStream().close();
            record.write(process.toHandle());
            return new StoreProcess(command, process);
        } catch (IOException e) {
            throw new StoreStartException(
                    "%s cannot start on port %d: %s".formatted(command.name(), command.port(), e.getMessage()), e);
        }
    }

    private static void requireFreePort(StoreCommand command) {
        if (!FreePort.isFree(command.address(), command.port())) {
            throw new StoreStartException("%s cannot start: port %d of %s is taken"
                    .formatted(command.name(), command.port(), command.address()));
        }
    }

    private void awaitReady(Readiness readiness) {
        Instant deadline = Instant.now().plus(command.patience());
        while (!answers(readiness)) {
            if (!process.isAlive()) {
                throw failure("ended with status %d while starting".formatted(process.exitValue()));
            }
            if (Instant.now().isAfter(deadline)) {
                throw failure("did not answer within %d s"
                        .formatted(command.patience().toSeconds()));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw failure("was interrupted while starting");
            }
            awaitEnd(List.of(handle()), POLL);
        }
    }

    private static boolean answers(Readiness readiness) {
        try {
            return readiness.answers();
        } catch (IOException _) {
            return false;
        }
    }

    private StoreStartException failure(String what) {
        return new StoreStartException("%s on port %d %s; the end of its log %s:%n%s"
                .formatted(command.name(), command.port(), what, command.log(), LogTail.of(command.log())));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Stands still, children included, until {@link #resume()}: sockets stay open and nothing is answered. */
    void pause() {
        // The parent first: it must not notice children that stand still, nor make new ones meanwhile.
        Signal.STOP.send(List.of(handle()));
        Signal.STOP.send(tree());
    }

    void resume() {
        Signal.CONT.send(tree());
    }

    /** As a crash of the process: nothing is flushed, nobody is told. */
    void kill() {
        kill(tree());
    }

    private static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(processes, KILL_GRACE);
    }

    static void killLeftOver(Path folder) {
        try {
            new ProcessRecord(folder).survivor().ifPresent(survivor -> kill(treeOf(survivor)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read which process works on " + folder, e);
        }
    }

    /** Ends in order, or by force if the order is not heeded in time. */
    void stop() {
        List<ProcessHandle> all = tree();
        Signal.CONT.send(all);
        command.stop().send(List.of(handle()));
        if (!awaitEnd(all, GRACE)) {
            kill(all);
        }
    }

    private List<ProcessHandle> tree() {
        return treeOf(handle());
    }

    private static List<ProcessHandle> treeOf(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    private static boolean awaitEnd(List<ProcessHandle> processes, Duration patience) {
        CompletableFuture<Void> end = CompletableFuture.allOf(
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            // An interrupt must not cut an orderly stop short: it is kept for the caller.
            while (true) {
                try {
                    end.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return true;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot watch the processes " + processes, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
