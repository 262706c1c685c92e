package app.parley.faults;

import app.parley.faults.fault.Fault;
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
import java.util.concurrent.CountDownLatch;

/**
 * One run: a suite, people who use it, and faults one after the other.
 *
 * @param only faults by name, or by name and target; all if empty
 */
record FaultRun(
        Path checkout, int nodes, Retention policy, Workload.Size size, List<String> only, long seed, Duration time) {

    /**
     * Runs it in a folder of its own.
     *
     * @param record where to note what happens
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
        StackSettings settings = StackSettings.of(checkout)
                .withHome(home)
                .withNodes(nodes)
                .withRetention(policy)
                .withProperty(Part.GATEWAY, "parley.gateway.limits.enabled", "false");
        try (Recorder recorder = new Recorder(record);
                PushReceiver pushes = new PushReceiver(recorder);
                Stack stack = Stack.start(settings.withProperty(
                        Part.CHAT, "parley.chat.push.url", pushes.address().toString()));
                Workload workload = Workload.start(stack.gateways(), size, seed, recorder)) {
            recorder.note(new Event.RunBegan(policy == Retention.ARCHIVE, nodes, seed));
            List<Fault> faults =
                    Fault.ofProcesses(stack).stream().filter(this::chosen).toList();
            new Schedule(faults, seed, Duration.ofSeconds(10), recorder).run(time, false);
            workload.oneStaysAway();
            workload.settle();
            StoredMessages.record(
                    stack.properties(Instance.first(Part.OFFLINE_STORE)),
                    workload.heads(),
                    policy == Retention.ARCHIVE,
                    recorder);
        } catch (StackFailure e) {
            System.out.printf("A part of the suite does not come up, and the record ends there: %s%n", e);
        }
    }

    private boolean chosen(Fault fault) {
        return only.isEmpty() || only.contains(fault.name()) || only.contains(fault.name() + ":" + fault.target());
    }
}
