package app.parley.launcher;

import app.parley.stores.CassandraRing;
import app.parley.stores.FreePort;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must hold before anything is started: better said at once than found out half-way. */
final class Preflight {

    /** What the stores write at their first start, and some room for messages. */
    static final long NEEDED_MEGABYTES = 600;

    private static final long MEGABYTE = 1024L * 1024;

    private Preflight() {}

    static void check(StackSettings settings) {
        requireFreePort(settings.address(), settings.gatewayPort());
        requireMemory(settings);
        requireLoopbackAddresses(settings);
        requireRoom(settings.data());
        requireRoom(settings.home());
    }

    private static void requireMemory(StackSettings settings) {
        long needed = settings.instances().stream()
                .mapToLong(instance -> instance.part().megabytes())
                .sum();
        long present =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() / MEGABYTE;
        if (present < needed) {
            throw new StackFailure(
                    "--nodes %d starts %d processes, which need some %d MB of memory; this machine has %d MB"
                            .formatted(settings.nodes(), settings.instances().size(), needed, present));
        }
    }

    /** Linux has all of 127.0.0.0/8; macOS has the first only, until it is told. */
    private static void requireLoopbackAddresses(StackSettings settings) {
        settings.instances(Part.CASSANDRA)
                .map(node -> CassandraRing.address(node.number()))
                .filter(address -> !FreePort.isFree(address, 0))
                .findFirst()
                .ifPresent(missing -> {
                    throw new StackFailure(
                            "nothing can listen on %1$s, which a Cassandra node needs; on macOS: sudo ifconfig lo0 alias %1$s"
                                    .formatted(missing));
                });
    }

    private static void requireFreePort(String address, int port) {
        if (port == 0) {
            return;
        }
        // The wildcard too: a server that listens on every address would take half of the gateway's callers.
        for (InetSocketAddress listen : new InetSocketAddress[] {
            new InetSocketAddress(address, port),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            new InetSocketAddress(port)
        }) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(listen);
            } catch (IOException e) {
                throw new StackFailure(
                        "port %d, which api-gateway is to listen on, cannot be used on %s (%s). Stop what"
                                        .formatted(port, listen.getAddress().getHostAddress(), e.getMessage())
                                + " holds it, or choose another port with --port.");
            }
        }
    }

    private static void requireRoom(Path folder) {
        try {
            Files.createDirectories(folder);
            FileStore disk = Files.getFileStore(folder);
            long free = disk.getUsableSpace() / MEGABYTE;
            if (free < NEEDED_MEGABYTES) {
                throw new StackFailure("the disk that holds %s is (almost) full: %d MB are free, %d MB are needed"
                        .formatted(folder, free, NEEDED_MEGABYTES));
            }
        } catch (IOException e) {
            throw new StackFailure("cannot write to %s: %s".formatted(folder, e.getMessage()));
        }
    }
}
