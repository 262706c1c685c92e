package app.parley.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The signals that the JDK cannot send by itself. */
enum Signal {
    TERM,
    INT,
    STOP,
    CONT;

    void send(List<ProcessHandle> processes) {
        List<String> pids = processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> Long.toString(process.pid()))
                .toList();
        if (pids.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + name()), pids.stream())
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run kill -%s %s".formatted(name(), pids), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
