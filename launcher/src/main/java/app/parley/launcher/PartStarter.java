package app.parley.launcher;

import app.parley.launcher.process.RunningProcess;
import app.parley.launcher.secret.Secrets;
import app.parley.launcher.service.Readiness;
import app.parley.launcher.service.ServiceLaunch;
import app.parley.launcher.service.ServiceProcess;
import app.parley.launcher.store.StoreProcess;
import app.parley.stores.CassandraServer;
import app.parley.stores.PostgresServer;
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

/** Knows how each part is started, and when it is ready. */
final class PartStarter {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String DATABASE = "parley";
    private static final int CASSANDRA_HEAP_MEGABYTES = 384;

    private final StackSettings settings;
    private final Ports ports;
    private final Secrets secrets;
    private final ServiceProperties properties;
    private final HttpClient client = HttpClient.newHttpClient();

    PartStarter(StackSettings settings, Ports ports, Secrets secrets) {
        this.settings = settings;
        this.ports = ports;
        this.secrets = secrets;
        this.properties = new ServiceProperties(settings, ports, secrets);
    }

    Map<String, String> properties(Part service) {
        return properties.of(service);
    }

    /** Starts the part's process. A store serves when this returns, a service need not. */
    RunningProcess launch(Part part) {
        try {
            return part.isService() ? ServiceProcess.start(service(part)) : new StoreProcess(store(part));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(part, "was interrupted while starting", e);
        } catch (StoreStartException e) {
            // It names the store and shows the end of its log.
            throw new StackFailure(String.valueOf(e.getMessage()), null, e);
        } catch (IOException | RuntimeException e) {
            throw failure(part, "cannot be started: " + e.getMessage(), e);
        }
    }

    /** Waits until a launched part can serve. */
    void awaitReady(Part part, RunningProcess process) {
        if (!part.isService()) {
            return;
        }
        try {
            await(part, process, ports.internalUri(part).resolve("/actuator/health/readiness"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(part, "was interrupted while starting", e);
        }
    }

    /** Waits until the gateway says that every part is ready. */
    void awaitHealth(RunningProcess gateway) throws InterruptedException {
        await(Part.GATEWAY, gateway, ports.uri(Part.GATEWAY).resolve("/health"));
    }

    private void await(Part part, RunningProcess process, URI address) throws InterruptedException {
        Readiness readiness = new Readiness(client, address);
        if (readiness.await(process.handle(), PATIENCE)) {
            return;
        }
        String what = process.handle().isAlive()
                ? "did not become ready within %d s: %s %s"
                        .formatted(PATIENCE.toSeconds(), address, readiness.lastAnswer())
                : "ended while starting";
        throw failure(part, what, null);
    }

    /** How to start a service in order to record its AOT cache. */
    ServiceLaunch trainingOf(Part service) throws IOException {
        ServiceLaunch launch = service(service);
        return new ServiceLaunch(
                launch.jar(),
                launch.unpacked(),
                settings.logs().resolve("training.log"),
                launch.heapMegabytes(),
                launch.settings());
    }

    private ServiceLaunch service(Part part) throws IOException {
        return new ServiceLaunch(
                jar(part),
                settings.unpackedServices().resolve(part.title()),
                settings.log(part),
                part == Part.CHAT || part == Part.GATEWAY ? 512 : 256,
                properties.of(part));
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

    private StoreServer store(Part part) {
        Path data = settings.data().resolve(part.id());
        Path log = settings.log(part);
        int port = ports.of(part);
        String password = secrets.storePassword(part.id());
        return switch (part) {
            case POSTGRES ->
                PostgresServer.start(new PostgresServer.Settings(data, port, DATABASE, password, true, log));
            case REDIS -> RedisServer.start(new RedisServer.Settings(data, port, password, log));
            case CASSANDRA ->
                CassandraServer.start(new CassandraServer.Settings(data, port, CASSANDRA_HEAP_MEGABYTES, log));
            case S3 -> S3Server.start(new S3Server.Settings(data, port, "parley", password, log));
            case PROFILE, PRESENCE, OFFLINE_STORE, CHAT, GATEWAY ->
                throw new IllegalArgumentException(part.title() + " is no store");
        };
    }

    private StackFailure failure(Part part, String what, @Nullable Throwable cause) {
        return new StackFailure(part.title() + " " + what, settings.log(part), cause);
    }
}
