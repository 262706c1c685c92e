package app.parley.launcher;

import app.parley.launcher.process.ProcessIdentity;
import app.parley.launcher.process.RecordedProcess;
import app.parley.launcher.process.RunFolder;
import app.parley.launcher.process.RunningProcess;
import app.parley.launcher.secret.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * All stores and services of Parley as processes of this machine. A started stack serves; a closed one has left no
 * process. In between each part can be stopped, killed, paused and started again, on the same ports and data.
 */
public final class Stack implements AutoCloseable {

    static final String LAUNCHER = "launcher";

    /** chat-service first: it says goodbye to its clients through api-gateway, and settles with the others. */
    private static final List<List<Part>> STOP_ORDER = List.of(
            List.of(Part.CHAT),
            List.of(Part.GATEWAY, Part.PRESENCE, Part.PROFILE, Part.OFFLINE_STORE),
            List.of(Part.S3, Part.CASSANDRA, Part.REDIS, Part.POSTGRES));

    private final StackSettings settings;
    private final Progress progress;
    private final RunFolder run;
    private final StackLock lock;
    private final Ports ports;
    private final PartStarter starter;
    private final BackgroundTraining training;
    private final Map<Part, RunningProcess> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean closing = new AtomicBoolean();

    private Stack(StackSettings settings, Progress progress, RunFolder run, StackLock lock) {
        this.settings = settings;
        this.progress = progress;
        this.run = run;
        this.lock = lock;
        this.ports = new Ports(settings.gatewayPort());
        this.starter =
                new PartStarter(settings, ports, new Secrets(settings.data().resolve("secrets")));
        this.training = new BackgroundTraining(starter, run);
    }

    /** Starts a stack and tells nobody. */
    public static Stack start(StackSettings settings) throws InterruptedException {
        return start(settings, Progress.SILENT);
    }

    /**
     * Starts every part and returns when all of them can serve.
     *
     * @throws StackFailure if one does not come up; nothing of the stack runs then
     * @throws InterruptedException if the thread was interrupted meanwhile; nothing of the stack runs then
     */
    public static Stack start(StackSettings settings, Progress progress) throws InterruptedException {
        StackLock lock = StackLock.take(settings);
        try {
            RunFolder run = new RunFolder(settings.runFolder());
            Leftovers.remove(run, settings.data());
            Preflight.check(settings);
            return new Stack(settings, progress, run, lock).started();
        } catch (RuntimeException | InterruptedException e) {
            lock.close();
            throw e;
        }
    }

    /** Where clients go. */
    public URI gateway() {
        return ports.uri(Part.GATEWAY);
    }

    /** The base address of a service's internal API, health and metrics. */
    public URI internal(Part service) {
        return ports.internalUri(service);
    }

    /** The port that clients of a part use. */
    public int port(Part part) {
        return ports.of(part);
    }

    /** The Spring properties that a service of this stack is started with, store addresses and credentials included. */
    public Map<String, String> properties(Part service) {
        return starter.properties(service);
    }

    /** The number of a part's process. */
    public long pid(Part part) {
        return process(part).handle().pid();
    }

    /**
     * Starts a part that is down, and returns when it can serve.
     *
     * @throws StackFailure if it does not come up; it does not run then
     */
    public void start(Part part) {
        if (isRunning(part)) {
            throw new IllegalStateException(part.title() + " is already running");
        }
        long begin = System.nanoTime();
        progress.starting(part);
        RunningProcess process = starter.launch(part);
        running.put(part, process);
        record(part, process);
        if (closing.get()) {
            end(part, process, process::kill);
            throw new StackFailure("the stack is being stopped");
        }
        try {
            starter.awaitReady(part, process);
        } catch (StackFailure e) {
            end(part, process, process::kill);
            throw e;
        }
        progress.ready(part, Duration.ofNanos(System.nanoTime() - begin));
        if (settings.heals()) {
            var unused = process.handle().onExit().thenRunAsync(() -> lost(part, process), threads);
        }
    }

    /** Stops a part in order. */
    public void stop(Part part) {
        RunningProcess process = process(part);
        end(part, process, process::stop);
    }

    /** Ends a part at once, as a power cut would. */
    public void kill(Part part) {
        RunningProcess process = process(part);
        end(part, process, process::kill);
    }

    /** Makes a part stand still with its connections open. */
    public void pause(Part part) {
        process(part).pause();
    }

    /** Lets a paused part go on. */
    public void resume(Part part) {
        process(part).resume();
    }

    /** Stops everything; no process of the stack is left when this returns. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        threads.shutdown();
        training.close();
        STOP_ORDER.forEach(this::stopTogether);
        awaitStarting();
        run.forget(LAUNCHER);
        lock.close();
    }

    private Stack started() throws InterruptedException {
        try {
            recordLauncher("starting");
            settings.setLogsAside();
            new Startup(this::start, threads).run();
            starter.awaitHealth(process(Part.GATEWAY));
            recordLauncher("up");
            if (settings.trains()) {
                threads.execute(training::run);
            }
            return this;
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private void recordLauncher(String state) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("state", state);
        details.put("data", settings.data().toString());
        details.put("gateway", "http://localhost:" + ports.of(Part.GATEWAY));
        record(LAUNCHER, ProcessHandle.current(), details);
    }

    private void stopTogether(List<Part> parts) {
        CompletableFuture.allOf(parts.stream()
                        .filter(running::containsKey)
                        .map(part -> CompletableFuture.runAsync(() -> stopAtClose(part), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void stopAtClose(Part part) {
        @Nullable RunningProcess process = running.get(part);
        if (process == null) {
            return;
        }
        long begin = System.nanoTime();
        progress.stopping(part);
        end(part, process, process::stop);
        progress.stopped(part, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** A store that is just being started is known only by what it notes in its data folder. */
    private void awaitStarting() {
        try {
            do {
                Leftovers.killStores(settings.data());
            } while (!threads.awaitTermination(200, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lost(Part part, RunningProcess process) {
        if (closing.get() || !running.remove(part, process)) {
            return;
        }
        run.forget(part.id());
        new Revival(this::start, progress, closing::get).revive(part);
    }

    private void end(Part part, RunningProcess process, Runnable how) {
        running.remove(part, process);
        how.run();
        run.forget(part.id());
    }

    private boolean isRunning(Part part) {
        @Nullable RunningProcess process = running.get(part);
        return process != null && process.handle().isAlive();
    }

    private RunningProcess process(Part part) {
        @Nullable RunningProcess process = running.get(part);
        if (process == null) {
            throw new IllegalStateException(part.title() + " is not running");
        }
        return process;
    }

    private void record(Part part, RunningProcess process) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("port", Integer.toString(ports.of(part)));
        if (part.isService()) {
            details.put("internal-port", Integer.toString(ports.internal(part)));
        }
        record(part.id(), process.handle(), details);
    }

    private void record(String name, ProcessHandle process, Map<String, String> details) {
        run.record(new RecordedProcess(name, ProcessIdentity.of(process), details));
    }
}
