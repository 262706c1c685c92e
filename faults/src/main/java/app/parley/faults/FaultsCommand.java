package app.parley.faults;

import app.parley.faults.check.Checker;
import app.parley.faults.check.Violation;
import app.parley.faults.fault.Fault;
import app.parley.faults.record.Entry;
import app.parley.faults.record.Recorder;
import app.parley.faults.report.Report;
import app.parley.faults.schedule.Schedule;
import app.parley.faults.workload.Workload;
import app.parley.launcher.Part;
import app.parley.launcher.Retention;
import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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

    @Option(names = "--nodes", description = "Instances of each service (1).")
    private int nodes = 1;

    @Option(names = "--policy", description = "wipe or archive (wipe).")
    private String policy = "wipe";

    @Option(names = "--people", description = "How many people talk (4).")
    private int people = 4;

    @Option(names = "--devices", description = "Devices of each (2).")
    private int devices = 2;

    @Option(names = "--record", description = "Where to keep the record (in the run's folder).")
    private @Nullable Path record;

    @Option(names = "--check", description = "Judge this earlier record and do nothing else.")
    private @Nullable Path check;

    @Option(names = "--report", description = "Write the table to this file, too.")
    private @Nullable Path report;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FaultsCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        return judge(check == null ? run() : check);
    }

    private Path run() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("parley-faults-");
        Path file = record == null ? home.resolve("record.jsonl") : record;
        say("Seed %d, record %s, logs %s", seed, file, home.resolve("logs"));
        StackSettings settings = StackSettings.of(checkout.toAbsolutePath())
                .withHome(home)
                .withNodes(nodes)
                .withRetention(Retention.valueOf(policy.toUpperCase(Locale.ROOT)))
                .withProperty(Part.GATEWAY, "parley.gateway.limits.enabled", "false");
        try (Stack stack = Stack.start(settings);
                Recorder recorder = new Recorder(file);
                Workload workload =
                        Workload.start(stack.gateways(), new Workload.Size(people, devices), seed, recorder)) {
            List<Fault> faults =
                    Fault.ofProcesses(stack).stream().filter(this::chosen).toList();
            say("%d faults to choose from", faults.size());
            new Schedule(faults, seed, Duration.ofSeconds(10), recorder)
                    .run(Duration.ofSeconds((long) (minutes * 60)), false);
            say(workload.settle() ? "Settled." : "The devices did not come to rest.");
        }
        return file;
    }

    private boolean chosen(Fault fault) {
        return only.isEmpty() || only.contains(fault.name()) || only.contains(fault.name() + ":" + fault.target());
    }

    private int judge(Path file) throws IOException {
        List<Entry> entries = Recorder.read(file);
        List<Violation> violations = Checker.judge(entries);
        violations.stream().limit(20).forEach(violation -> say("%s", violation));
        String table = new Report(entries, violations).markdown();
        say("%s", table);
        if (report != null) {
            Files.writeString(report, table);
        }
        return violations.isEmpty() ? 0 : 1;
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(format + "%n", arguments);
    }
}
