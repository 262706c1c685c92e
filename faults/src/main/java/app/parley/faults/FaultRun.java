package app.parley.faults;

import app.parley.faults.fault.Repertoire;
import app.parley.faults.push.PushReceiver;
import app.parley.faults.record.Event;
import app.parley.faults.record.Recorder;
import app.parley.faults.schedule.Schedule;
import app.parley.faults.store.StoredMessages;
import app.parley.faults.workload.Workload;
import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.Retention;
import app.parley.launcher.Stack;
import app.parley.launcher.StackFailure;
import app.parley.launcher.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * One run: a suite, people who use it, and faults one after the other.
 *
 * @param only faults by name, or by name and target; all if empty
 * @param pairs whether two of them may be there at once
 * @param warmUp how long people talk before anything is broken
 * @param trains whether AOT caches that are missing are recorded before anything is broken
 */
record FaultRun(
        Path checkout,
        int nodes,
        Retention policy,
        Workload.Size size,
        List<String> only,
        boolean pairs,
        boolean trains,
        long seed,
        Duration warmUp,
        Duration time) {

    /**
     * Runs it in a folder of its own.
     *
     * @param record where to note what happens
     * @throws StackFailure if the suite does not come up at all
     */
    void run(Path home, Path record) throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread runner = Thread.currentThread();
        Thread stopping = new Thread(() -> stop(runner, ended));
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            runToTheEnd(home, record);
            Runtime.getRuntime().removeShutdownHook(stopping);
        } finally {
            ended.countDown();
        }
    }

    /** Whoever ends the tool ends the suite: no process is left. */
    private static void stop(Thread runner, CountDownLatch ended) {
        runner.interrupt();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runToTheEnd(Path home, Path record) throws IOException, InterruptedException {
        CompletableFuture<Stack> suite = new CompletableFuture<>();
        try (Recorder recorder = new Recorder(record);
                PushReceiver pushes = new PushReceiver(recorder)) {
            StackSettings settings = settings(home)
                    .withProperty(
                            Part.CHAT, "parley.chat.push.url", pushes.address().toString());
            try (Repertoire repertoire = Repertoire.of(settings, suite::join, only);
                    Stack stack = Stack.start(repertoire.prepare(settings))) {
                suite.complete(stack);
                repertoire.leftOut().forEach(FaultRun::say);
                train(stack);
                recorder.note(new Event.RunBegan(archives(), nodes, seed));
                run(stack, repertoire, recorder);
            }
        }
    }

    private void run(Stack stack, Repertoire repertoire, Recorder recorder) throws InterruptedException {
        try (Workload workload = Workload.start(stack.gateways(), size, seed, recorder)) {
            Thread.sleep(warmUp);
            new Schedule(repertoire.faults(), pairs, seed, Duration.ofSeconds(10), recorder).run(time);
            workload.oneStaysAway();
            workload.settle();
            StoredMessages.record(
                    stack.properties(Instance.first(Part.OFFLINE_STORE)), workload.heads(), archives(), recorder);
        } catch (StackFailure e) {
            say("What was broken does not come up again, and the record ends there: %s".formatted(e.getMessage()));
        }
    }

    private boolean archives() {
        return policy == Retention.ARCHIVE;
    }

    private StackSettings settings(Path home) {
        StackSettings settings = StackSettings.of(checkout)
                .withHome(home)
                .withNodes(nodes)
                .withRetention(policy)
                .withProperty(Part.GATEWAY, "parley.gateway.limits.enabled", "false");
        return trains ? settings.training() : settings;
    }

    /** Without the caches the suite spends its time on starting again and not on messages. */
    private void train(Stack stack) throws InterruptedException {
        if (trains) {
            say("Recording what makes services start fast, where it is missing.");
            stack.awaitTraining();
        }
    }

    private static void say(Object line) {
        System.out.println(line);
    }
}
