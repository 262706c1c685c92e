package app.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How a stack is to run.
 *
 * @param checkout the checkout whose built services run
 * @param home where its logs and the state of its processes are kept; one stack runs in a home at a time
 * @param data where the stores' data and the secrets are kept
 * @param address the address that the gateway listens on; everything else listens on the loopback only
 * @param gatewayPort the gateway's port, 0 for a free one
 * @param retention what becomes of a message that every device has acknowledged
 * @param heals whether a part that dies is started again
 * @param trains whether the AOT caches that are missing are recorded in the background
 * @param properties Spring properties of services beyond what the launcher sets
 */
public record StackSettings(
        Path checkout,
        Path home,
        Path data,
        String address,
        int gatewayPort,
        Retention retention,
        boolean heals,
        boolean trains,
        Map<Part, Map<String, String>> properties) {

    /** A stack in the checkout's own {@code .parley} folder, on free ports, that starts nothing again by itself. */
    public static StackSettings of(Path checkout) {
        Path home = checkout.resolve(".parley");
        return new StackSettings(
                checkout, home, home.resolve("data"), "127.0.0.1", 0, Retention.WIPE, false, false, Map.of());
    }

    /** With its logs, its state and its data in this folder. */
    public StackSettings withHome(Path folder) {
        return new StackSettings(
                checkout, folder, folder.resolve("data"), address, gatewayPort, retention, heals, trains, properties);
    }

    /** With the stores' data and the secrets in this folder. */
    public StackSettings withData(Path folder) {
        return new StackSettings(checkout, home, folder, address, gatewayPort, retention, heals, trains, properties);
    }

    /** With the gateway on this address and port. */
    public StackSettings withGateway(String listenAddress, int port) {
        return new StackSettings(checkout, home, data, listenAddress, port, retention, heals, trains, properties);
    }

    /** With this retention policy. */
    public StackSettings withRetention(Retention policy) {
        return new StackSettings(checkout, home, data, address, gatewayPort, policy, heals, trains, properties);
    }

    /** With parts that are started again when they die. */
    public StackSettings healing() {
        return new StackSettings(checkout, home, data, address, gatewayPort, retention, true, trains, properties);
    }

    /** With AOT caches recorded in the background, which make later starts fast. */
    public StackSettings training() {
        return new StackSettings(checkout, home, data, address, gatewayPort, retention, heals, true, properties);
    }

    /** With one more Spring property for one service. */
    public StackSettings withProperty(Part service, String name, String value) {
        Map<Part, Map<String, String>> all = new EnumMap<>(Part.class);
        all.putAll(properties);
        all.merge(service, Map.of(name, value), StackSettings::joined);
        return new StackSettings(checkout, home, data, address, gatewayPort, retention, heals, trains, Map.copyOf(all));
    }

    /** The built services, unpacked, with their AOT caches; shared by all stacks of the checkout. */
    Path unpackedServices() {
        return checkout.resolve(".parley").resolve("apps");
    }

    /** Where the stack notes its processes. */
    Path runFolder() {
        return home.resolve("run");
    }

    /** Where the output of all parts goes. */
    public Path logs() {
        return home.resolve("logs");
    }

    /** Keeps the logs of the run before beside the new ones, so that a new one holds one run. */
    void setLogsAside() {
        for (Part part : Part.values()) {
            Path log = log(part);
            try {
                if (Files.exists(log)) {
                    Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot set aside " + log, e);
            }
        }
    }

    /** Where a part's output goes. */
    Path log(Part part) {
        return logs().resolve(part.id() + ".log");
    }

    private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
