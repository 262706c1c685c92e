package app.parley.load;

import app.parley.load.account.Account;
import app.parley.load.account.Accounts;
import app.parley.load.cost.Profiler;
import app.parley.load.cost.Stack;
import app.parley.load.report.Report;
import app.parley.load.run.GroupRun;
import app.parley.load.run.IdleRun;
import app.parley.load.run.LoadRun;
import app.parley.load.run.Observer;
import app.parley.load.run.OfflineRun;
import app.parley.load.run.OnlineRun;
import app.parley.load.run.Plan;
import app.parley.load.run.ReconnectRun;
import app.parley.load.run.Result;
import app.parley.load.socket.LoadSockets;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parley load}: puts load on a Parley on this machine, and says whether all arrived and what it cost. */
@Command(
        name = "parley load",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Puts load on a Parley that runs on this machine, through its gateway, and judges what arrived.",
            "",
            "Accounts are opened once, at the services themselves where ./parley up has noted their addresses (the"
                    + " gateway lets one address register only a few a minute), and kept for the next run."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:everything that was sent arrived, once and in order", "1:it did not", "2:called wrongly"})
public final class LoadCommand implements Callable<Integer> {

    /** What to do. */
    enum Mode {
        /** As fast as a window of unanswered messages allows. */
        saturation,
        /** So many messages a second. */
        rate,
        /** Each pair so many messages a minute. */
        sparse,
        /** To receivers who are away, and who then come. */
        offline,
        /** One writes to a group. */
        group,
        /** All connections break at once. */
        reconnect,
        /** Connections on which nothing happens. */
        idle
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--mode",
            defaultValue = "saturation",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}; rate and sparse follow from --rate and"
                    + " --per-minute).")
    private Mode mode = Mode.saturation;

    @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "The gateway (${DEFAULT-VALUE}).")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(
            names = {"--pairs", "--connections", "--members"},
            defaultValue = "200",
            description = "Pairs, one of which writes to the other; connections in the modes without traffic;"
                    + " members of the group (${DEFAULT-VALUE}).")
    private int pairs;

    @Option(names = "--seconds", defaultValue = "30", description = "How long to measure (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds of traffic before (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--window", defaultValue = "8", description = "Unanswered messages of a pair (${DEFAULT-VALUE}).")
    private int window;

    @Option(names = "--bytes", defaultValue = "100", description = "Length of each text (${DEFAULT-VALUE}).")
    private int bytes;

    @Option(names = "--rate", description = "Messages a second over all pairs.")
    private @Nullable Double rate;

    @Option(names = "--per-minute", description = "Messages a minute of each pair.")
    private @Nullable Double perMinute;

    @Option(
            names = "--messages",
            defaultValue = "500",
            description = "Of each pair, when offline; or to the group (${DEFAULT-VALUE}).")
    private int messages;

    @Option(
            names = "--away",
            defaultValue = "0",
            description = "Members of the group who come when all has been sent (${DEFAULT-VALUE}).")
    private int away;

    @Option(
            names = "--ack-ms",
            defaultValue = "50",
            description = "How long a receiver collects before it acknowledges (${DEFAULT-VALUE}).")
    private int ackMillis;

    @Option(
            names = "--patience",
            defaultValue = "30",
            description = "Seconds without progress until it gives up" + " (${DEFAULT-VALUE}).")
    private int patience;

    @Option(names = "--threads", defaultValue = "1", description = "Threads of the generator (${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--connects", defaultValue = "32", description = "Connections opened at a time (${DEFAULT-VALUE}).")
    private int connects;

    @Option(
            names = "--run-folder",
            defaultValue = ".parley/run",
            description = "Where ./parley up notes its processes (${DEFAULT-VALUE}).")
    private Path runFolder = Path.of(".parley/run");

    @Option(
            names = "--accounts",
            defaultValue = ".parley/load/accounts.json",
            description = "Where accounts are kept between runs (${DEFAULT-VALUE}).")
    private Path accountFile = Path.of(".parley/load/accounts.json");

    @Option(names = "--accounts-url", description = "Where to register, if not found by itself.")
    private @Nullable URI accountsUrl;

    @Option(names = "--sessions-url", description = "Where to log in, if not found by itself.")
    private @Nullable URI sessionsUrl;

    @Option(names = "--pids", split = ",", paramLabel = "NAME=PID", description = "More processes to look at.")
    private Map<String, Long> pids = new LinkedHashMap<>();

    @Option(names = "--metrics", split = ",", paramLabel = "NAME=URL", description = "Prometheus pages to look at.")
    private Map<String, URI> metrics = new LinkedHashMap<>();

    @Option(names = "--jfr", description = "Profile the Java processes, and say what costs most.")
    private boolean jfr;

    @Option(names = "--jfr-folder", defaultValue = ".parley/load/jfr", description = "For recordings.")
    private Path jfrFolder = Path.of(".parley/load/jfr");

    @Option(names = "--no-gc", negatable = false, description = "Leave garbage be before looking at memory.")
    private boolean noGarbageCollection;

    @Option(names = "--markdown", description = "Write the result as Markdown.")
    private boolean markdown;

    private LoadCommand() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LoadCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        refuseOtherHosts(command);
        Plan plan = plan();
        Stack stack = Stack.noted(runFolder);
        LoadRun run = chosen(stack);
        pids.forEach(stack::add);
        metrics.forEach(stack::metrics);
        PrintWriter progress = command.getErr();
        try (HttpClient http = HttpClient.newHttpClient();
                LoadSockets sockets = new LoadSockets(url, threads)) {
            List<Account> accounts = signIn(http, stack, run.accounts(plan), progress);
            Profiler profiler = jfr ? new Profiler(jfrFolder, stack.parts()) : null;
            Result result = run.run(plan, sockets, accounts, new Observer(http, stack, profiler));
            command.getOut().print(new Report(markdown).write(result));
            command.getOut().flush();
            return result.good() ? 0 : 1;
        } catch (IllegalStateException e) {
            progress.println(e.getMessage());
            return 1;
        }
    }

    private List<Account> signIn(HttpClient http, Stack stack, int count, PrintWriter progress) {
        URI registering =
                accountsUrl != null ? accountsUrl : stack.address("profile").orElse(url);
        URI loggingIn =
                sessionsUrl != null ? sessionsUrl : stack.address("presence").orElse(url);
        Accounts accounts = new Accounts(http, registering, loggingIn, accountFile, 4);
        return accounts.signIn(count, done -> {
            if (done % 50 == 0 || done == count) {
                progress.println("signed in " + done + " of " + count);
                progress.flush();
            }
        });
    }

    private LoadRun chosen(Stack stack) {
        Mode effective = mode;
        if (mode == Mode.saturation && rate != null) {
            effective = Mode.rate;
        } else if (mode == Mode.saturation && perMinute != null) {
            effective = Mode.sparse;
        }
        return switch (effective) {
            case saturation -> OnlineRun.saturated();
            case rate, sparse -> OnlineRun.paced();
            case offline -> new OfflineRun();
            case group -> new GroupRun(stack.address("profile").orElse(url), away);
            case reconnect -> new ReconnectRun();
            case idle -> new IdleRun();
        };
    }

    private Plan plan() {
        double perSecond = rate != null ? rate : pairs * (perMinute != null ? perMinute : 1) / 60;
        return new Plan(
                pairs,
                window,
                perSecond,
                messages,
                bytes,
                ackMillis,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(patience),
                connects,
                !noGarbageCollection);
    }

    /** This puts load on a machine, so it must be one's own. */
    private void refuseOtherHosts(CommandLine command) {
        for (URI uri : Stream.concat(Stream.of(url, accountsUrl, sessionsUrl), metrics.values().stream())
                .filter(Objects::nonNull)
                .toList()) {
            if (!"http".equals(uri.getScheme()) || !isLoopback(uri.getHost())) {
                throw new CommandLine.ParameterException(
                        command,
                        uri + " is not on this machine: only http addresses of the loopback interface are taken");
            }
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
