package app.parley.faults.fault;

import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What happens to Redis as a whole, whichever instance is the primary. */
final class RedisFaults implements FaultFamily {

    private final StackSettings settings;
    private final Supplier<Stack> suite;

    RedisFaults(StackSettings settings, Supplier<Stack> suite) {
        this.settings = settings;
        this.suite = suite;
    }

    @Override
    public List<Fault> faults() {
        Set<String> all = settings.instances().stream()
                .filter(instance -> instance.part() == Part.REDIS)
                .map(Instance::id)
                .collect(Collectors.toUnmodifiableSet());
        Fault emptied = new RestartEmpty(suite, all);
        return all.size() == 1 ? List.of(emptied) : List.of(emptied, new FailOver(suite, all));
    }

    /** Starts those that are down, the primary first: the others copy it. */
    static void startAll(Stack stack) {
        Instance primary = stack.redisPrimary();
        if (!stack.isRunning(primary)) {
            stack.start(primary);
        }
        stack.instances(Part.REDIS).stream()
                .filter(instance -> !stack.isRunning(instance))
                .forEach(stack::start);
    }
}
