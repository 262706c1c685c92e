package app.parley.faults.fault;

import app.parley.launcher.Instance;
import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import app.parley.stores.CassandraServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Nodes of the Cassandra cluster whose disk is full. Each has a small one of its own, in memory. */
final class FullDisks implements FaultFamily {

    /** Long enough for a node to want another segment of its commit log. */
    private static final Duration FULL = Duration.ofSeconds(30);

    private static final Duration AGAIN = Duration.ofMillis(200);

    /** Twice the commit log. */
    private static final String SIZE = "size=512m";

    private final StackSettings settings;
    private final Supplier<Stack> suite;
    private final List<Path> mounted = new ArrayList<>();

    FullDisks(StackSettings settings, Supplier<Stack> suite) {
        this.settings = settings;
        this.suite = suite;
    }

    @Override
    public List<Fault> faults() {
        return CassandraNodes.others(settings).stream()
                .<Fault>map(node -> new FullDisk(node, suite, settings.data().resolve(node.id())))
                .toList();
    }

    @Override
    public Optional<String> missing() {
        Path folder = folder(settings.home().resolve("mount"));
        if (mount(folder).succeeds()) {
            unmount(folder).run();
            return Optional.empty();
        }
        return Optional.of("a small disk needs Linux and the right to mount");
    }

    @Override
    public StackSettings prepare(StackSettings original, List<Fault> chosen) {
        for (FullDisk fault : chosen.stream().map(FullDisk.class::cast).toList()) {
            mount(folder(fault.disk())).run();
            mounted.add(fault.disk());
        }
        return original;
    }

    @Override
    public void close() {
        mounted.forEach(disk -> unmount(disk).run());
    }

    private static Command mount(Path folder) {
        return Command.of("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString());
    }

    /** Also if somebody still looks at it. */
    private static Command unmount(Path folder) {
        return Command.of("umount", "--lazy", folder.toString());
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record FullDisk(Instance node, Supplier<Stack> suite, Path disk) implements Fault {

        private static final byte[] BLOCK = new byte[4096];

        @Override
        public String name() {
            return "full-disk";
        }

        @Override
        public String target() {
            return node.id();
        }

        /** What the node frees meanwhile is taken as well. */
        @Override
        public void begin() throws InterruptedException {
            long end = System.nanoTime() + FULL.toNanos();
            while (System.nanoTime() < end) {
                fill();
                Thread.sleep(AGAIN);
            }
        }

        /** A node that could not write may have ended, or turned its clients away for good. */
        @Override
        public void heal() {
            remove();
            Stack stack = suite.get();
            if (stack.isRunning(node)) {
                if (serves(stack.address(node))) {
                    return;
                }
                stack.stop(node);
            }
            stack.start(node);
        }

        private void fill() {
            try (OutputStream file =
                    Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (Files.getFileStore(disk).getUsableSpace() > 0) {
                    file.write(BLOCK);
                }
            } catch (IOException full) {
                // Somebody else took the last of the room.
            }
        }

        private void remove() {
            try {
                Files.deleteIfExists(filler());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make room on " + disk, e);
            }
        }

        private Path filler() {
            return disk.resolve("filler");
        }

        private static boolean serves(InetSocketAddress address) {
            try {
                return CassandraServer.answers(address.getHostString(), address.getPort());
            } catch (IOException turnedAway) {
                return false;
            }
        }
    }
}
