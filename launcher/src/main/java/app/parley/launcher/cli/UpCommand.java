package app.parley.launcher.cli;

import app.parley.launcher.Retention;
import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import app.parley.launcher.demo.DemoAccount;
import app.parley.launcher.demo.DemoAccounts;
import app.parley.launcher.secret.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
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

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description =
                    "Instances of each service; from 3 on, Cassandra is a cluster of three, and Redis has a replica and"
                            + " Sentinels (default: ${DEFAULT-VALUE}).")
    private int nodes = 1;

    @Option(names = "--port", description = "Port of api-gateway, of its first instance (default: ${DEFAULT-VALUE}).")
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
                .withNodes(nodes)
                .withGateway(address, port)
                .withRetention(retention)
                .healing()
                .training();
        try {
            serve(settings);
        } catch (InterruptedException told) {
            out.println("Parley is stopped.");
        }
        return ExitCode.OK;
    }

    private void serve(StackSettings settings) throws InterruptedException {
        out.printf("Starting Parley. Data in %s, logs in %s.%n", settings.data(), settings.logs());
        long begin = System.nanoTime();
        TerminalProgress progress = new TerminalProgress(settings.instances().size(), out);
        try (Stack stack = Stack.start(settings, progress)) {
            progress.up();
            List<DemoAccount> accounts = demoAccounts(settings);
            makeAccounts(stack, accounts);
            welcome(stack, accounts, Duration.ofNanos(System.nanoTime() - begin));
            new CountDownLatch(1).await();
        }
    }

    private static List<DemoAccount> demoAccounts(StackSettings settings) {
        Secrets secrets = new Secrets(settings.data().resolve("secrets"));
        return List.of(
                new DemoAccount("alice", "Alice", secrets.demoPassword("alice")),
                new DemoAccount("bob", "Bob", secrets.demoPassword("bob")));
    }

    private void makeAccounts(Stack stack, List<DemoAccount> accounts) throws InterruptedException {
        try {
            new DemoAccounts(stack.gateway()).make(accounts);
        } catch (IOException e) {
            out.println("  " + e.getMessage());
        }
    }

    private void welcome(Stack stack, List<DemoAccount> accounts, Duration after) {
        out.printf("""

                Everything is ready after %s. Chat in two more terminals:
                  ./parley chat --as alice
                  ./parley chat --as bob
                Ctrl-C here, or ./parley down, stops it; the data stays.

                """, TerminalProgress.seconds(after));
        String who = accounts.stream()
                .map(account -> "%s (password %s)".formatted(account.handle(), account.password()))
                .collect(Collectors.joining(", "));
        out.printf("Parley is up at %s - demo accounts: %s%n", local(stack.gateway()), who);
        List<URI> others = stack.gateways().subList(1, nodes);
        if (!others.isEmpty()) {
            out.printf(
                    "Its other gateways: %s%n",
                    others.stream().map(UpCommand::local).collect(Collectors.joining(", ")));
        }
        out.flush();
    }

    private static String local(URI gateway) {
        return "http://localhost:" + gateway.getPort();
    }
}
