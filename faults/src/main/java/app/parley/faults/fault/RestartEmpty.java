package app.parley.faults.fault;

import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Redis, its replica included, dies and comes back with nothing in it. */
record RestartEmpty(Supplier<Stack> suite, Set<String> instances) implements Fault {

    @Override
    public String name() {
        return "restart-empty";
    }

    @Override
    public String target() {
        return Part.REDIS.id();
    }

    @Override
    public void begin() {
        Stack stack = suite.get();
        List<Instance> instances = stack.instances(Part.REDIS);
        instances.forEach(stack::kill);
        instances.forEach(instance -> delete(stack.data(instance)));
    }

    @Override
    public void heal() {
        RedisFaults.startAll(suite.get());
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + folder, e);
        }
    }
}
