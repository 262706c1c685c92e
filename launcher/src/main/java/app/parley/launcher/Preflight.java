package app.parley.launcher;

import java.io.IOException;
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
        requireRoom(settings.data());
        requireRoom(settings.home());
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
