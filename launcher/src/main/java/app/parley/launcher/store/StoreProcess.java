package app.parley.launcher.store;

import app.parley.launcher.process.ProcessIdentity;
import app.parley.launcher.process.RunningProcess;
import app.parley.stores.StoreServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A store that serves.
 *
 * @param server what runs it
 */
public record StoreProcess(StoreServer server) implements RunningProcess {

    /** The process that works on a store's folder now, by the note that it leaves there. */
    public static Optional<ProcessHandle> survivor(Path folder) {
        try {
            String[] note = Files.readString(folder.resolve("process")).strip().split(" ", 2);
            return new ProcessIdentity(Long.parseLong(note[0]), Instant.parse(note[1])).find();
        } catch (IOException | RuntimeException noNote) {
            return Optional.empty();
        }
    }

    @Override
    public ProcessHandle handle() {
        return server.process();
    }

    @Override
    public void stop() {
        server.close();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void pause() {
        server.pause();
    }

    @Override
    public void resume() {
        server.resume();
    }
}
