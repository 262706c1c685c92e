package app.parley.test;

import app.parley.stores.FreePort;
import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.testcontainers.containers.GenericContainer;

/** A store in a container. */
final class ContainerInstance extends StoreInstance {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Asks the store whether it serves. */
    @FunctionalInterface
    interface Probe {
        boolean answers(String host, int port) throws Exception;
    }

    private final GenericContainer<?> container;
    private final Probe probe;
    // Chosen here: a port that Docker chooses would be another one after a restart.
    private final int port = FreePort.next();

    ContainerInstance(GenericContainer<?> container, int innerPort, Probe probe) {
        this.container = container;
        this.probe = probe;
        container.setPortBindings(List.of("%d:%d".formatted(port, innerPort)));
        container.withExposedPorts(innerPort).start();
        awaitServing();
    }

    @Override
    String host() {
        return container.getHost();
    }

    @Override
    int port() {
        return port;
    }

    @Override
    void doPause() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    void doResume() {
        docker().unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    void doKill() {
        docker().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    void doStart() {
        docker().startContainerCmd(container.getContainerId()).exec();
        awaitServing();
    }

    @Override
    void end() {
        container.stop();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    private void awaitServing() {
        Awaitility.await(container.getDockerImageName())
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> probe.answers(host(), port));
    }
}
