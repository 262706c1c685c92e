package app.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.parley.launcher.cli.Launcher;
import app.parley.launcher.process.ProcessIdentity;
import app.parley.launcher.process.RecordedProcess;
import app.parley.launcher.process.RunFolder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real stores and small processes in place of the services. */
class StackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path checkout;

    @BeforeAll
    static void buildServices() throws IOException {
        FakeService.build(checkout);
    }

    @AfterEach
    void leaveNothing() {
        new EarlierStack(settings()).stop();
    }

    @Test
    void aStackServesLosesAPartTakesItBackAndLeavesNothing() throws Exception {
        List<RecordedProcess> parts;
        try (Stack stack = Stack.start(settings())) {
            assertThat(status(stack.gateway())).isEqualTo(200);
            assertThatThrownBy(() -> Stack.start(settings())).hasMessageContaining("already running");

            for (Instance instance : List.of(Instance.first(Part.CHAT), Instance.first(Part.REDIS))) {
                long before = stack.process(instance).pid();
                stack.kill(instance);
                assertThat(ProcessHandle.of(before)).isEmpty();
                stack.start(instance);
                assertThat(stack.process(instance).pid()).isNotEqualTo(before);
            }
            assertThat(status(stack.internal(Instance.first(Part.CHAT)))).isEqualTo(200);
            parts = new EarlierStack(settings()).instances();
            assertThat(parts).hasSize(settings().instances().size()).allMatch(StackTest::runs);
        }
        assertThat(parts).noneMatch(StackTest::runs);
        assertThat(new EarlierStack(settings()).instances()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsNamedBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket holder = new ServerSocket(0)) {
            int port = holder.getLocalPort();
            assertThatThrownBy(() -> Stack.start(settings().withGateway("127.0.0.1", port)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("--port");
        }
        assertThat(new EarlierStack(settings()).instances()).isEmpty();
    }

    @Test
    void aServiceThatExitsAtOnceIsNamedAndEverythingElseIsStopped() {
        StackSettings failing = settings().withProperty(Part.PROFILE, "fake", "exits");

        assertThatThrownBy(() -> Stack.start(failing)).isInstanceOfSatisfying(StackFailure.class, failure -> {
            assertThat(failure).hasMessage("profile-service ended while starting");
            assertThat(failure.log()).content().contains("the flux capacitor is empty");
        });
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void aPartThatDiesIsStartedAgainAndWhatAKilledLauncherLeavesIsStopped() throws Exception {
        Process launcher = up();
        awaitLine("Parley is up at http://localhost:", launcher);
        EarlierStack stack = new EarlierStack(settings());
        RecordedProcess died = part(stack, Part.PRESENCE);
        died.identity().find().orElseThrow().destroyForcibly();
        awaitLine("presence-service is back", launcher);
        launcher.destroyForcibly().waitFor();
        List<RecordedProcess> parts = stack.instances();
        assertThat(parts).hasSize(settings().instances().size()).allMatch(StackTest::runs);

        int stopped = stack.stop();

        assertThat(stopped).isEqualTo(settings().instances().size());
        assertThat(parts).noneMatch(StackTest::runs);
    }

    @Test
    void aSignalInTheMiddleOfTheStartLeavesNothing() throws Exception {
        Process launcher = up();
        awaitLine("Redis", launcher);
        List<ProcessHandle> started = launcher.descendants().toList();
        assertThat(started).isNotEmpty();

        launcher.destroy();

        assertThat(launcher.waitFor()).isZero();
        assertThat(started).noneMatch(ProcessHandle::isAlive);
        assertThat(new EarlierStack(settings()).stop()).isZero();
    }

    @Test
    void aStrangerThatGotTheNumberOfADeadPartIsSpared() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            ProcessIdentity dead =
                    new ProcessIdentity(stranger.pid(), Instant.now().minusSeconds(3600));
            new RunFolder(settings().runFolder()).record(new RecordedProcess("chat", dead, Map.of()));

            assertThat(new EarlierStack(settings()).stop()).isZero();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    private static StackSettings settings() {
        return StackSettings.of(checkout);
    }

    private static Process up() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "up",
                        "--port",
                        "0",
                        "--checkout",
                        checkout.toString())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private static Path output() {
        return checkout.resolve("up.out");
    }

    private static void awaitLine(String text, Process launcher) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(output()).content().contains(text);
            assertThat(launcher.isAlive()).isTrue();
        });
    }

    private static RecordedProcess part(EarlierStack stack, Part part) {
        return stack.instances().stream()
                .filter(process -> process.name().equals(part.id()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean runs(RecordedProcess part) {
        return part.identity().find().isPresent();
    }

    private static int status(URI address) throws IOException {
        return ((HttpURLConnection) address.toURL().openConnection()).getResponseCode();
    }
}
