package app.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.launcher.service.Readiness;
import app.parley.launcher.service.ServiceLaunch;
import app.parley.launcher.service.ServiceProcess;
import app.parley.launcher.service.TrainingRun;
import app.parley.stores.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path checkout;

    private final int internalPort = FreePort.next();

    @BeforeEach
    void buildServices() throws IOException {
        FakeService.build(checkout);
    }

    @Test
    void laterRunsStartFromTheCacheOfATrainingRunAlsoAfterARebuildOfTheSame() throws Exception {
        assertThat(argumentsOfARun()).doesNotContain("-XX:AOTCache");
        TrainingRun.start(launch()).orElseThrow().await();
        Files.setLastModifiedTime(jar(), FileTime.fromMillis(0));

        assertThat(argumentsOfARun()).contains("-XX:AOTCache=");
        assertThat(TrainingRun.start(launch())).isEmpty();
    }

    @Test
    void aTrainingRunThatIsEndedLeavesNoCache() throws Exception {
        TrainingRun training = TrainingRun.start(launch()).orElseThrow();
        training.kill();
        training.await();

        assertThat(training.handle().isAlive()).isFalse();
        assertThat(argumentsOfARun()).doesNotContain("-XX:AOTCache");
    }

    @Test
    void aServiceThatWasNotBuiltIsSaidToBeMissing() throws IOException {
        Files.delete(jar());

        assertThatThrownBy(() -> ServiceProcess.start(launch()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(jar().toString());
    }

    /** Starts the service, stops it when it is ready, and answers what its JVM was started with. */
    private String argumentsOfARun() throws Exception {
        ServiceProcess service = ServiceProcess.start(launch());
        URI health = URI.create("http://127.0.0.1:" + internalPort);
        assertThat(new Readiness(HttpClient.newHttpClient(), health).await(service.handle(), PATIENCE))
                .isTrue();
        String arguments = String.join(" ", service.handle().info().arguments().orElseThrow());
        service.stop();
        assertThat(service.handle().isAlive()).isFalse();
        return arguments;
    }

    private ServiceLaunch launch() {
        Map<String, String> settings = Map.of(
                "server.port", Integer.toString(FreePort.next()),
                "parley.service.internal-port", Integer.toString(internalPort));
        return new ServiceLaunch(jar(), checkout.resolve("apps"), checkout.resolve("chat.log"), 64, settings, Map.of());
    }

    private Path jar() {
        return checkout.resolve("chat-service/target/chat-service-0.1.0-SNAPSHOT.jar");
    }
}
