package app.parley.launcher;

import app.parley.launcher.process.ProcessIdentity;
import app.parley.launcher.process.RecordedProcess;
import app.parley.launcher.process.RunFolder;
import app.parley.launcher.service.ServiceLaunch;
import app.parley.launcher.service.TrainingRun;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Records the AOT caches that are missing, one service after the other, while the stack serves. */
final class BackgroundTraining implements AutoCloseable {

    /** What the run folder calls the process. */
    static final String NAME = "training";

    private final InstanceStarter starter;
    private final RunFolder run;
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable TrainingRun current;
    private boolean closed;

    BackgroundTraining(InstanceStarter starter, RunFolder run) {
        this.starter = starter;
        this.run = run;
    }

    void run() {
        try {
            for (Part part : Part.values()) {
                if (part.isService()) {
                    train(starter.trainingOf(Instance.first(part)));
                }
            }
        } catch (IOException | RuntimeException withoutCache) {
            // The stack serves without it; the next start is only slower, and tries again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
        }
    }

    /** Returns when every service has its cache, or has turned out not to get one. */
    void await() throws InterruptedException {
        done.await();
    }

    private void train(ServiceLaunch launch) throws IOException, InterruptedException {
        Optional<TrainingRun> training = begin(launch);
        if (training.isPresent()) {
            training.get().await();
            run.forget(NAME);
        }
    }

    private synchronized Optional<TrainingRun> begin(ServiceLaunch launch) throws IOException, InterruptedException {
        if (closed) {
            return Optional.empty();
        }
        Optional<TrainingRun> training = TrainingRun.start(launch);
        current = training.orElse(null);
        training.ifPresent(
                started -> run.record(new RecordedProcess(NAME, ProcessIdentity.of(started.handle()), Map.of())));
        return training;
    }

    /** Ends the run that is under way. */
    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.kill();
        }
    }
}
