package app.parley.launcher;

import app.parley.launcher.process.FolderLock;
import app.parley.launcher.process.RunFolder;
import java.util.Optional;

/** Says that one stack works in a home and on its data, and no other. */
record StackLock(FolderLock home, FolderLock data) implements AutoCloseable {

    static StackLock take(StackSettings settings) {
        FolderLock home = FolderLock.tryTake(settings.runFolder()).orElseThrow(() -> alreadyRunning(settings));
        Optional<FolderLock> data = FolderLock.tryTake(settings.data());
        if (data.isEmpty()) {
            home.close();
            throw new StackFailure("another Parley stack works on the data in " + settings.data());
        }
        return new StackLock(home, data.get());
    }

    private static StackFailure alreadyRunning(StackSettings settings) {
        return new RunFolder(settings.runFolder())
                .find(Notes.LAUNCHER)
                .map(other -> new StackFailure("Parley is already running (process %d, %s). Stop it with ./parley down."
                        .formatted(other.identity().pid(), other.details().getOrDefault("gateway", "still starting"))))
                .orElseGet(() -> new StackFailure("Parley is already being started or stopped."));
    }

    @Override
    public void close() {
        data.close();
        home.close();
    }
}
