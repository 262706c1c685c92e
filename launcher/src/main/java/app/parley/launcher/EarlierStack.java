package app.parley.launcher;

import app.parley.launcher.process.FolderLock;
import app.parley.launcher.process.ProcessIdentity;
import app.parley.launcher.process.RecordedProcess;
import app.parley.launcher.process.RunFolder;
import app.parley.launcher.process.Signals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A stack that another process started in a home: running, or left behind by a launcher that was killed. */
public final class EarlierStack {

    /** Longer than every grace of a stop together. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final StackSettings settings;
    private final RunFolder run;

    /** The stack that these settings would start. */
    public EarlierStack(StackSettings settings) {
        this.settings = settings;
        this.run = new RunFolder(settings.runFolder());
    }

    /** The launcher's process, if it lives. */
    public Optional<ProcessHandle> launcher() {
        return run.find(Notes.LAUNCHER).map(RecordedProcess::identity).flatMap(ProcessIdentity::find);
    }

    /** What the launcher noted about the stack: {@code state}, {@code gateway}, {@code data}. */
    public Optional<RecordedProcess> note() {
        return run.find(Notes.LAUNCHER);
    }

    /** The instances' processes that were noted, whether they still run or not. */
    public List<RecordedProcess> instances() {
        return run.processes().stream()
                .filter(process -> Instance.parse(process.name()).isPresent())
                .toList();
    }

    /**
     * Stops the stack, and what a killed launcher left of one.
     *
     * @return how many processes there were to stop
     */
    public int stop() {
        Path data = data();
        Optional<ProcessHandle> launcher = launcher();
        int launchers = launcher.isPresent() ? 1 : 0;
        launcher.ifPresent(process -> Signals.stop(process, PATIENCE));
        Optional<FolderLock> lock = FolderLock.tryTake(settings.runFolder());
        if (lock.isEmpty()) {
            throw new StackFailure("a launcher that left no note works in " + settings.home() + "; stop it by hand");
        }
        try (FolderLock held = lock.get()) {
            return launchers + Leftovers.remove(run, data);
        }
    }

    private Path data() {
        return note().map(note -> note.details().get("data")).map(Path::of).orElse(settings.data());
    }
}
