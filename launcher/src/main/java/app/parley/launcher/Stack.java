package app.parley.launcher;

import app.parley.launcher.process.RunFolder;
import app.parley.launcher.process.RunningProcess;
import app.parley.launcher.secret.Secrets;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
 * process. In between each instance can be stopped, killed, paused and started again, on the same ports and data.
 */
public final class Stack implements AutoCloseable {

    /** chat-service first: it says goodbye to its clients through api-gateway, and settles with the others. */
    private static final List<List<Part>> STOP_ORDER = List.of(
            List.of(Part.CHAT),
            List.of(Part.GATEWAY, Part.PRESENCE, Part.PROFILE, Part.OFFLINE_STORE),
            List.of(Part.REDIS_SENTINEL),
            List.of(Part.S3, Part.CASSANDRA, Part.REDIS, Part.POSTGRES));

    private final StackSettings settings;
    private final Progress progress;
    private final Notes notes;
    private final StackLock lock;
    private final RedisNodes redis;
    private final Ports ports;
    private final InstanceStarter starter;
    private final BackgroundTraining training;
    private final Map<Instance, RunningProcess> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean closing = new AtomicBoolean();

    private Stack(StackSettings settings, Progress progress, RunFolder run, StackLock lock) {
        CassandraNodes cassandra = CassandraNodes.of(settings);
        this.settings = settings;
        this.progress = progress;
        this.lock = lock;
        this.redis = RedisNodes.of(settings, cassandra.ports());
        this.ports = new Ports(settings, cassandra, redis);
        this.notes = new Notes(settings, ports, run);
        this.starter = new InstanceStarter(settings, ports, cassandra, redis, secrets(settings));
        this.training = new BackgroundTraining(starter, run);
    }

    /** Starts a stack and tells nobody. */
    public static Stack start(StackSettings settings) throws InterruptedException {
        return start(settings, Progress.SILENT);
    }

    /**
     * Starts every instance and returns when all of them can serve.
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

    /** The ways that calls would take in such a stack. */
    public static List<Link> links(StackSettings settings) {
        List<Link> links = new ArrayList<>();
        StackSettings noting = settings.withRelays(link -> {
            links.add(link);
            return link.target();
        });
        CassandraNodes cassandra = CassandraNodes.of(noting);
        Ports ports = new Ports(noting, cassandra, RedisNodes.of(noting, cassandra.ports()));
        ServiceProperties properties = new ServiceProperties(noting, ports, secrets(noting));
        noting.instances().stream().filter(Instance::isService).forEach(properties::of);
        return links;
    }

    /** Returns when the AOT caches that a {@linkplain StackSettings#training() training} stack records are there. */
    public void awaitTraining() throws InterruptedException {
        training.await();
    }

    /** Every process that the stack consists of, whether it runs now or not. */
    public List<Instance> instances() {
        return settings.instances();
    }

    /** The instances of one part, whether they run now or not. */
    public List<Instance> instances(Part part) {
        return settings.instances(part).toList();
    }

    /** Where clients go: the first gateway. */
    public URI gateway() {
        return ports.uri(Instance.first(Part.GATEWAY));
    }

    /** Where clients can go as well: all gateways. */
    public List<URI> gateways() {
        return settings.instances(Part.GATEWAY).map(ports::uri).toList();
    }

    /** Where clients of the instance find it, a store's or a service's; relays are not looked at. */
    public InetSocketAddress address(Instance instance) {
        return ports.address(instance);
    }

    /** The base address of a service's internal API, health and metrics; relays are not looked at. */
    public URI internal(Instance service) {
        return ports.internalUri(service);
    }

    /** The Spring properties that a service of this stack is started with, store addresses and credentials included. */
    public Map<String, String> properties(Instance service) {
        return starter.properties(service);
    }

    /** The Redis that all write to, as the Sentinels say, if there are any. */
    public Instance redisPrimary() {
        return redis.primary();
    }

    /** The folder of a store's settings and data. */
    public Path data(Instance store) {
        return settings.data(store);
    }

    /** The file that the instance's output is appended to. */
    public Path log(Instance instance) {
        return settings.log(instance);
    }

    /** The instance's process. */
    public ProcessHandle process(Instance instance) {
        return running(instance).handle();
    }

    /** Whether the instance's process lives; a paused one does. */
    public boolean isRunning(Instance instance) {
        @Nullable RunningProcess process = running.get(instance);
        return process != null && process.handle().isAlive();
    }

    /**
     * Starts an instance that is down, and returns when it can serve.
     *
     * @throws StackFailure if it does not come up; it does not run then
     */
    public void start(Instance instance) {
        if (isRunning(instance)) {
            throw new IllegalStateException(instance.title() + " is already running");
        }
        long begin = System.nanoTime();
        progress.starting(instance);
        RunningProcess process = starter.launch(instance);
        running.put(instance, process);
        notes.take(instance, process.handle());
        if (closing.get()) {
            end(instance, process, process::kill);
            throw new StackFailure("the stack is being stopped");
        }
        try {
            starter.awaitReady(instance, process);
        } catch (StackFailure e) {
            end(instance, process, process::kill);
            throw e;
        }
        progress.ready(instance, Duration.ofNanos(System.nanoTime() - begin));
        if (settings.heals()) {
            var unused = process.handle().onExit().thenRunAsync(() -> lost(instance, process), threads);
        }
    }

    /** Stops an instance in order, with SIGTERM, and by force if it takes too long. */
    public void stop(Instance instance) {
        RunningProcess process = running(instance);
        end(instance, process, process::stop);
    }

    /** Ends an instance at once, as a power cut would. */
    public void kill(Instance instance) {
        RunningProcess process = running(instance);
        end(instance, process, process::kill);
    }

    /** Makes an instance stand still with its connections open. */
    public void pause(Instance instance) {
        running(instance).pause();
    }

    /** Lets a paused instance go on. */
    public void resume(Instance instance) {
        running(instance).resume();
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
        notes.forgetLauncher();
        lock.close();
    }

    private static Secrets secrets(StackSettings settings) {
        return new Secrets(settings.data().resolve("secrets"));
    }

    private Stack started() throws InterruptedException {
        Instance gateway = Instance.first(Part.GATEWAY);
        try {
            notes.takeLauncher("starting");
            settings.setLogsAside();
            new Startup(this::start, threads).run(settings.instances());
            starter.awaitHealth(gateway, running(gateway));
            notes.takeLauncher("up");
            if (settings.trains()) {
                threads.execute(training::run);
            }
            return this;
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private void stopTogether(List<Part> parts) {
        CompletableFuture.allOf(running.keySet().stream()
                        .filter(instance -> parts.contains(instance.part()))
                        .map(instance ->
                                CompletableFuture.runAsync(() -> stopAtClose(instance), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void stopAtClose(Instance instance) {
        @Nullable RunningProcess process = running.get(instance);
        if (process == null) {
            return;
        }
        long begin = System.nanoTime();
        progress.stopping(instance);
        end(instance, process, process::stop);
        progress.stopped(instance, Duration.ofNanos(System.nanoTime() - begin));
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

    private void lost(Instance instance, RunningProcess process) {
        if (closing.get() || !running.remove(instance, process)) {
            return;
        }
        notes.forget(instance);
        new Revival(this::start, progress, closing::get).revive(instance);
    }

    private void end(Instance instance, RunningProcess process, Runnable how) {
        running.remove(instance, process);
        how.run();
        notes.forget(instance);
    }

    private RunningProcess running(Instance instance) {
        @Nullable RunningProcess process = running.get(instance);
        if (process == null) {
            throw new IllegalStateException(instance.title() + " is not running");
        }
        return process;
    }
}
