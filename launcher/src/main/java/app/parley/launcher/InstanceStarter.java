package app.parley.launcher;

import app.parley.launcher.process.RunningProcess;
import app.parley.launcher.secret.Secrets;
import app.parley.launcher.service.Readiness;
import app.parley.launcher.service.ServiceLaunch;
import app.parley.launcher.service.ServiceProcess;
import app.parley.launcher.store.StoreProcess;
import app.parley.stores.CassandraServer;
import app.parley.stores.PostgresServer;
import app.parley.stores.RedisSentinel;
import app.parley.stores.RedisServer;
import app.parley.stores.S3Server;
import app.parley.stores.StoreServer;
import app.parley.stores.StoreStartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows how each instance is started, and when it is ready. */
final class InstanceStarter {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String DATABASE = "parley";
    private static final int CASSANDRA_HEAP_MEGABYTES = 384;

    private final StackSettings settings;
    private final Ports ports;
    private final CassandraNodes cassandra;
    private final RedisNodes redis;
    private final Secrets secrets;
    private final ServiceProperties properties;
    private final HttpClient client = HttpClient.newHttpClient();

    InstanceStarter(StackSettings settings, Ports ports, CassandraNodes cassandra, RedisNodes redis, Secrets secrets) {
        this.settings = settings;
        this.ports = ports;
        this.cassandra = cassandra;
        this.redis = redis;
        this.secrets = secrets;
        this.properties = new ServiceProperties(settings, ports, secrets);
    }

    Map<String, String> properties(Instance service) {
        return properties.of(service);
    }

    /** Starts the instance's process. A store serves when this returns, a service need not. */
    RunningProcess launch(Instance instance) {
        try {
            return instance.isService() ? ServiceProcess.start(service(instance)) : new StoreProcess(store(instance));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(instance, "was interrupted while starting", e);
        } catch (StoreStartException e) {
            // It names the store and shows the end of its log.
            throw new StackFailure(String.valueOf(e.getMessage()), null, e);
        } catch (IOException | RuntimeException e) {
            throw failure(instance, "cannot be started: " + e.getMessage(), e);
        }
    }

    /** Waits until a launched instance can serve. */
    void awaitReady(Instance instance, RunningProcess process) {
        if (!instance.isService()) {
            return;
        }
        try {
            await(instance, process, ports.internalUri(instance).resolve("/actuator/health/readiness"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(instance, "was interrupted while starting", e);
        }
    }

    /** Waits until a gateway says that every part is ready. */
    void awaitHealth(Instance gateway, RunningProcess process) throws InterruptedException {
        await(gateway, process, ports.uri(gateway).resolve("/health"));
    }

    private void await(Instance instance, RunningProcess process, URI address) throws InterruptedException {
        Readiness readiness = new Readiness(client, address);
        if (readiness.await(process.handle(), PATIENCE)) {
            return;
        }
        String what = process.handle().isAlive()
                ? "did not become ready within %d s: %s %s"
                        .formatted(PATIENCE.toSeconds(), address, readiness.lastAnswer())
                : "ended while starting";
        throw failure(instance, what, null);
    }

    /** How to start a service in order to record its AOT cache. */
    ServiceLaunch trainingOf(Instance service) throws IOException {
        ServiceLaunch launch = service(service);
        return new ServiceLaunch(
                launch.jar(),
                launch.unpacked(),
                settings.logs().resolve("training.log"),
                launch.heapMegabytes(),
                launch.settings(),
                Map.of());
    }

    private ServiceLaunch service(Instance instance) throws IOException {
        Part part = instance.part();
        return new ServiceLaunch(
                jar(part),
                settings.unpackedServices().resolve(part.title()),
                settings.log(instance),
                part == Part.CHAT || part == Part.GATEWAY ? 512 : 256,
                properties.of(instance),
                settings.environments().getOrDefault(instance, Map.of()));
    }

    private Path jar(Part part) throws IOException {
        Path target = settings.checkout().resolve(part.title()).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            List<Path> jars = files.filter(file -> file.getFileName()
                            .toString()
                            .matches(part.title() + "-\\d[^/]*(?<!-sources|-javadoc)\\.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IOException(
                        "expected one %s jar in %s, found %s; build it first".formatted(part.title(), target, jars));
            }
            return jars.getFirst();
        }
    }

    private StoreServer store(Instance instance) {
        Path data = settings.data(instance);
        Path log = settings.log(instance);
        int port = ports.of(instance);
        String password = secrets.storePassword(instance.part().id());
        return switch (instance.part()) {
            case POSTGRES ->
                PostgresServer.start(new PostgresServer.Settings(data, port, DATABASE, password, true, log));
            case REDIS ->
                RedisServer.start(new RedisServer.Settings(data, port, password, log, redis.primaryPortOf(instance)));
            case REDIS_SENTINEL ->
                RedisSentinel.start(new RedisSentinel.Settings(
                        data, port, redis.port(redis.primary()), secrets.storePassword(Part.REDIS.id()), log));
            case CASSANDRA ->
                CassandraServer.start(new CassandraServer.Settings(
                        data, port, CASSANDRA_HEAP_MEGABYTES, log, cassandra.ring(), instance.number()));
            case S3 -> S3Server.start(new S3Server.Settings(data, port, "parley", password, log));
            case PROFILE, PRESENCE, OFFLINE_STORE, CHAT, GATEWAY ->
                throw new IllegalArgumentException(instance.title() + " is no store");
        };
    }

    private StackFailure failure(Instance instance, String what, @Nullable Throwable cause) {
        return new StackFailure(instance.title() + " " + what, settings.log(instance), cause);
    }
}
