package app.parley.faults.fault;

import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Processes that are killed, stopped or stand still, services and stores alike. */
final class ProcessFaults {

    /** Well below a lease, and well beyond. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofSeconds(15);

    private ProcessFaults() {}

    static List<Fault> of(Stack stack) {
        return stack.instances().stream()
                .filter(instance -> instance.part() != Part.S3)
                .flatMap(instance -> of(stack, instance))
                .toList();
    }

    private static Stream<Fault> of(Stack stack, Instance instance) {
        return Stream.of(
                new ProcessFault("kill", instance, Duration.ZERO, stack::kill, stack::start),
                new ProcessFault("terminate", instance, Duration.ZERO, stack::stop, stack::start),
                new ProcessFault("pause-short", instance, SHORT, stack::pause, stack::resume),
                new ProcessFault("pause-long", instance, LONG, stack::pause, stack::resume));
    }

    /**
     * @param held how long it stays broken before it may be mended
     */
    private record ProcessFault(
            String name, Instance instance, Duration held, Consumer<Instance> breaking, Consumer<Instance> mending)
            implements Fault {

        @Override
        public String target() {
            return instance.id();
        }

        @Override
        public void begin() throws InterruptedException {
            breaking.accept(instance);
            Thread.sleep(held);
        }

        @Override
        public void heal() {
            mending.accept(instance);
        }
    }
}
