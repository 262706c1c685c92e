package app.parley.launcher.cli;

import app.parley.launcher.Part;
import app.parley.launcher.Retention;
import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import app.parley.launcher.demo.DemoAccount;
import app.parley.launcher.demo.DemoAccounts;
import app.parley.launcher.secret.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the stack and stays until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts PostgreSQL, Redis, Cassandra, an S3 server and all services, and stays until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Option(names = "--port", description = "Port of api-gateway (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--address",
            description =
                    "Address that api-gateway listens on; 0.0.0.0 lets other machines in (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(
            names = "--retention",
            description = "What becomes of a message that every device has acknowledged: ${COMPLETION-CANDIDATES}"
                    + " (default: ${DEFAULT-VALUE}).")
    private Retention retention = Retention.WIPE;

    @Option(names = "--owner", hidden = true, description = "Process whose end stops the stack.")
    private @Nullable Long owner;

    private final PrintStream out = System.out;

    @Override
    public Integer call() {
        StopSignal signal = StopSignal.toThisThread();
        if (owner != null) {
            ProcessHandle.of(owner).ifPresent(signal::onEndOf);
        }
        StackSettings settings = home.settings()
                .withGateway(address, port)
                .withRetention(retention)
                .healing();
        TerminalProgress progress = new TerminalProgress(out);
        out.printf("Starting Parley. Data in %s, logs in %s.%n", settings.data(), settings.logs());
        long begin = System.nanoTime();
        try (Stack stack = Stack.start(settings, progress)) {
            progress.up();
            welcome(stack, settings, Duration.ofNanos(System.nanoTime() - begin));
            new CountDownLatch(1).await();
        } catch (InterruptedException told) {
            out.println("Parley is stopped.");
        }
        return ExitCode.OK;
    }

    private void welcome(Stack stack, StackSettings settings, Duration after) throws InterruptedException {
        Secrets secrets = new Secrets(settings.data().resolve("secrets"));
        DemoAccount alice = new DemoAccount("alice", "Alice", secrets.demoPassword("alice"));
        DemoAccount bob = new DemoAccount("bob", "Bob", secrets.demoPassword("bob"));
        try {
            new DemoAccounts(stack.gateway()).make(List.of(alice, bob));
        } catch (IOException e) {
            out.println("  " + e.getMessage());
        }
        out.printf("""

                Everything is ready after %s. Chat in two more terminals:
                  ./parley chat --as alice
                  ./parley chat --as bob
                Ctrl-C here, or ./parley down, stops it; the data stays.

                Parley is up at http://localhost:%d - demo accounts: alice (password %s), bob (password %s)
                """, TerminalProgress.seconds(after), stack.port(Part.GATEWAY), alice.password(), bob.password());
        out.flush();
    }
}
