package app.parley.launcher.cli;

import app.parley.launcher.EarlierStack;
import app.parley.launcher.process.RecordedProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says what runs. Exit status 0: everything is up; 3: it is not.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_UP = 3;

    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Override
    public Integer call() {
        EarlierStack stack = new EarlierStack(home.settings());
        List<RecordedProcess> instances = stack.instances();
        for (RecordedProcess instance : instances) {
            System.out.printf(
                    "  %-14s process %-8d port %-6s %s%n",
                    instance.name(),
                    instance.identity().pid(),
                    instance.details().getOrDefault("port", "-"),
                    instance.identity().find().isPresent() ? "runs" : "is gone");
        }
        if (stack.launcher().isEmpty()) {
            System.out.println(
                    instances.isEmpty() ? "Parley is not running." : "The launcher is gone; run ./parley down.");
            return NOT_UP;
        }
        Map<String, String> note = stack.note().map(RecordedProcess::details).orElse(Map.of());
        System.out.printf("Parley is %s: %s%n", note.get("state"), note.get("gateway"));
        return "up".equals(note.get("state")) ? 0 : NOT_UP;
    }
}
