package app.parley.faults.fault;

import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a run can break. */
public final class Repertoire implements AutoCloseable {

    /**
     * Faults that this machine cannot do.
     *
     * @param why what it lacks
     */
    public record LeftOut(List<Fault> faults, String why) {

        @Override
        public String toString() {
            return "Left out: %s: %s"
                    .formatted(faults.stream().map(Fault::name).distinct().collect(Collectors.joining(", ")), why);
        }
    }

    private final List<FaultFamily> families;
    private final Map<FaultFamily, List<Fault>> chosen = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private Repertoire(List<FaultFamily> families, List<String> only) {
        this.families = families;
        families.forEach(family -> choose(family, only));
    }

    /**
     * @param settings how the suite is to run, apart from what faults need
     * @param suite the suite once it runs
     * @param only faults by name, or by name and target; all if empty
     * @throws IllegalArgumentException if there is no fault that is called like one of {@code only}
     */
    public static Repertoire of(StackSettings settings, Supplier<Stack> suite, List<String> only) {
        List<FaultFamily> families = List.of(
                new ProcessFaults(settings, suite),
                new RedisFaults(settings, suite),
                new NetworkFaults(settings),
                new IsolatedNodes(settings),
                new FullDisks(settings, suite),
                new Clocks(settings));
        only.stream()
                .filter(wanted -> families.stream()
                        .flatMap(family -> family.faults().stream())
                        .noneMatch(fault -> isCalled(fault, wanted)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("there is no fault '%s' here; see --list".formatted(unknown));
                });
        return new Repertoire(families, only);
    }

    /** Those that were chosen and can be done. */
    public List<Fault> faults() {
        return chosen.values().stream().flatMap(List::stream).toList();
    }

    /** Those that were chosen and cannot be done. */
    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Sets up what the chosen faults need; {@link #close} takes it down. */
    public StackSettings prepare(StackSettings settings) {
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("nothing of what was chosen can be done on this machine");
        }
        StackSettings prepared = settings;
        for (Map.Entry<FaultFamily, List<Fault>> family : chosen.entrySet()) {
            prepared = family.getKey().prepare(prepared, family.getValue());
        }
        return prepared;
    }

    @Override
    public void close() {
        families.forEach(FaultFamily::close);
    }

    private void choose(FaultFamily family, List<String> only) {
        List<Fault> wanted = family.faults().stream()
                .filter(fault -> only.isEmpty() || only.stream().anyMatch(name -> isCalled(fault, name)))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        Optional<String> missing = family.missing();
        missing.ifPresentOrElse(why -> leftOut.add(new LeftOut(wanted, why)), () -> chosen.put(family, wanted));
    }

    private static boolean isCalled(Fault fault, String name) {
        return name.equals(fault.name()) || name.equals(fault.name() + ":" + fault.target());
    }

    /** Names and targets, a line for each name. */
    public static String list(List<Fault> faults) {
        return faults.stream()
                .collect(Collectors.groupingBy(
                        Fault::name, LinkedHashMap::new, Collectors.mapping(Fault::target, Collectors.joining(" "))))
                .entrySet()
                .stream()
                .map(line -> "%-14s %s".formatted(line.getKey(), line.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
