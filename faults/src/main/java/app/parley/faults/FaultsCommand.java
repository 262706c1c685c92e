package app.parley.faults;

import app.parley.faults.check.Checker;
import app.parley.faults.check.Violation;
import app.parley.faults.fault.Repertoire;
import app.parley.faults.record.Entry;
import app.parley.faults.record.Recorder;
import app.parley.faults.report.Report;
import app.parley.faults.sabotage.BrokenCheckout;
import app.parley.faults.sabotage.Sabotage;
import app.parley.faults.workload.Workload;
import app.parley.launcher.Retention;
import app.parley.launcher.StackFailure;
import app.parley.launcher.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./parley faults}: breaks a suite of its own while people use it, and says whether the contract held. */
@Command(name = "faults", mixinStandardHelpOptions = true, description = "Breaks a suite and judges what clients saw.")
public final class FaultsCommand implements Callable<Integer> {

    @Option(names = "--checkout", description = "The checkout whose built services run (here).")
    private Path checkout = Path.of("");

    @Option(names = "--minutes", description = "How long to break things (5).")
    private double minutes = 5;

    @Option(names = "--seed", description = "Repeats the plan of an earlier run.")
    private long seed = System.nanoTime() & 0xffffff;

    @Option(names = "--only", split = ",", description = "Faults by name or by name and target: kill, kill:chat-2.")
    private List<String> only = List.of();

    @Option(names = "--list", description = "Print the faults that there are with so many nodes, and do nothing else.")
    private boolean list;

    @Option(names = "--one-at-a-time", description = "Never break two things at once.")
    private boolean oneAtATime;

    @Option(names = "--no-training", description = "Do not record AOT caches before the run: for a short one.")
    private boolean noTraining;

    @Option(names = "--nodes", description = "Instances of each service (1).")
    private int nodes = 1;

    @Option(names = "--policy", description = "wipe or archive (wipe).")
    private String policy = "wipe";

    @Option(names = "--people", description = "How many people talk (4).")
    private int people = 4;

    @Option(names = "--devices", description = "Devices of each (2).")
    private int devices = 2;

    @Option(names = "--rate", description = "Messages a second that they all send together (as they like).")
    private double rate;

    @Option(names = "--steady", description = "Devices do not leave by themselves.")
    private boolean steady;

    @Option(names = "--warm-up", description = "Seconds in which people talk before anything is broken (0).")
    private int warmUp;

    @Option(names = "--record", description = "Where to keep the record (in the run's folder).")
    private @Nullable Path record;

    @Option(names = "--check", split = ",", description = "Judge these earlier records and do nothing else.")
    private List<Path> check = List.of();

    @Option(names = "--report", description = "Write the table to this file, too.")
    private @Nullable Path report;

    @Option(
            names = "--broken",
            description =
                    "Puts this fault into a copy of Parley and succeeds if it is found: ${COMPLETION-CANDIDATES}.")
    private @Nullable Sabotage broken;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new FaultsCommand())
                .registerConverter(
                        Sabotage.class,
                        name -> Sabotage.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .setExecutionExceptionHandler((problem, command, _) -> {
                    if (problem instanceof IllegalArgumentException) {
                        command.getErr().println(problem.getMessage());
                        return CommandLine.ExitCode.USAGE;
                    }
                    if (problem instanceof StackFailure) {
                        command.getErr().printf("The suite does not come up: %s%n", problem.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw problem;
                });
    }

    @Override
    public Integer call() throws Exception {
        if (!check.isEmpty()) {
            return judge(check).isEmpty() ? 0 : 1;
        }
        Path home = Files.createTempDirectory("parley-faults-");
        if (list) {
            list(home);
            return 0;
        }
        Path file = record == null ? home.resolve("record.jsonl") : record;
        say("Seed %d, record %s, logs %s", seed, file, home.resolve("logs"));
        if (broken != null) {
            return runBroken(broken, home, file);
        }
        run(checkout.toAbsolutePath().normalize(), nodes, only, !oneAtATime, !noTraining)
                .run(home, file);
        List<Violation> violations = judge(List.of(file));
        removeData(home);
        return violations.isEmpty() ? 0 : 1;
    }

    /** What cannot be pinned to a message does not show that the fault was found. */
    private int runBroken(Sabotage sabotage, Path home, Path file) throws IOException, InterruptedException {
        Path copy = BrokenCheckout.of(checkout.toAbsolutePath().normalize(), sabotage, home.resolve("checkout"));
        run(copy, Math.max(nodes, sabotage.nodes()), sabotage.faults(), false, false)
                .run(home, file);
        boolean found = judge(List.of(file)).stream()
                .anyMatch(violation -> !violation.life().isEmpty());
        say(found ? "%s was found." : "%s was NOT found.", sabotage);
        removeData(home);
        return found ? 0 : 1;
    }

    private void list(Path home) throws IOException {
        StackSettings settings = StackSettings.of(checkout).withHome(home).withNodes(nodes);
        try (Repertoire repertoire = Repertoire.of(
                settings,
                () -> {
                    throw new IllegalStateException("nothing is broken while listing");
                },
                only)) {
            say("%s", Repertoire.list(repertoire.faults()));
            repertoire.leftOut().forEach(leftOut -> say("%s", leftOut));
        }
        remove(home);
    }

    private FaultRun run(Path where, int instances, List<String> faults, boolean pairs, boolean trains) {
        return new FaultRun(
                where,
                instances,
                Retention.valueOf(policy.toUpperCase(Locale.ROOT)),
                new Workload.Size(people, devices, rate, steady),
                faults,
                pairs,
                trains,
                seed,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds((long) (minutes * 60)));
    }

    private List<Violation> judge(List<Path> records) throws IOException {
        List<Violation> all = new ArrayList<>();
        Report table = new Report();
        for (Path file : records) {
            List<Entry> entries = Recorder.read(file);
            List<Violation> violations = Checker.judge(entries);
            table.add(entries, violations);
            all.addAll(violations);
        }
        all.stream().limit(20).forEach(violation -> say("%s", violation));
        say("%s", table.markdown());
        if (report != null) {
            Files.writeString(report, table.markdown());
        }
        return all;
    }

    /** Logs and record stay for whoever wants to look at them. */
    private static void removeData(Path home) throws IOException {
        remove(home.resolve("data"));
        remove(home.resolve("checkout"));
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(format + "%n", arguments);
    }
}
