package app.parley.faults.fault;

import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Processes that are killed, stopped or stand still, services and stores alike. */
final class ProcessFaults implements FaultFamily {

    /** Well below a lease, and well beyond. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofSeconds(15);

    private final StackSettings settings;
    private final Supplier<Stack> suite;

    ProcessFaults(StackSettings settings, Supplier<Stack> suite) {
        this.settings = settings;
        this.suite = suite;
    }

    @Override
    public List<Fault> faults() {
        return settings.instances().stream()
                .filter(instance -> instance.part() != Part.S3)
                .flatMap(this::of)
                .toList();
    }

    private Stream<Fault> of(Instance instance) {
        return Stream.of(
                new ProcessFault("kill", instance, Duration.ZERO, suite, Stack::kill, Stack::start),
                new ProcessFault("terminate", instance, Duration.ZERO, suite, Stack::stop, Stack::start),
                new ProcessFault("pause-short", instance, SHORT, suite, Stack::pause, Stack::resume),
                new ProcessFault("pause-long", instance, LONG, suite, Stack::pause, Stack::resume));
    }

    /**
     * @param held how long it stays broken before it may be mended
     */
    private record ProcessFault(
            String name,
            Instance instance,
            Duration held,
            Supplier<Stack> suite,
            BiConsumer<Stack, Instance> breaking,
            BiConsumer<Stack, Instance> mending)
            implements Fault {

        @Override
        public String target() {
            return instance.id();
        }

        @Override
        public void begin() throws InterruptedException {
            breaking.accept(suite.get(), instance);
            Thread.sleep(held);
        }

        @Override
        public void heal() {
            mending.accept(suite.get(), instance);
        }

        @Override
        public boolean healsLast() {
            return instance.isService() && held.isZero();
        }
    }
}
