package app.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a stack is to run.
 *
 * @param checkout the checkout whose built services run
 * @param home where its logs and the state of its processes are kept; one stack runs in a home at a time
 * @param data where the stores' data and the secrets are kept
 * @param nodes how many instances of each service; from three on, Cassandra is a cluster of three nodes
 * @param address the address that the gateways listen on; everything else listens on the loopback only
 * @param gatewayPort the first gateway's port, 0 for a free one
 * @param retention what becomes of a message that every device has acknowledged
 * @param heals whether an instance that dies is started again
 * @param trains whether the AOT caches that are missing are recorded in the background
 * @param properties Spring properties of services beyond what the launcher sets, for all instances of each
 * @param environments environment variables of single services
 * @param relays where instances find each other
 */
public record StackSettings(
        Path checkout,
        Path home,
        Path data,
        int nodes,
        String address,
        int gatewayPort,
        Retention retention,
        boolean heals,
        boolean trains,
        Map<Part, Map<String, String>> properties,
        Map<Instance, Map<String, String>> environments,
        Relays relays) {

    /** A stack in the checkout's own {@code .parley} folder, on free ports, that starts nothing again by itself. */
    public static StackSettings of(Path checkout) {
        Path home = checkout.resolve(".parley");
        return new StackSettings(
                checkout,
                home,
                home.resolve("data"),
                1,
                "127.0.0.1",
                0,
                Retention.WIPE,
                false,
                false,
                Map.of(),
                Map.of(),
                Relays.NONE);
    }

    /** With its logs, its state and its data in this folder. */
    public StackSettings withHome(Path folder) {
        return new StackSettings(
                checkout,
                folder,
                folder.resolve("data"),
                nodes,
                address,
                gatewayPort,
                retention,
                heals,
                trains,
                properties,
                environments,
                relays);
    }

    /** With the stores' data and the secrets in this folder. */
    public StackSettings withData(Path folder) {
        return new StackSettings(
                checkout,
                home,
                folder,
                nodes,
                address,
                gatewayPort,
                retention,
                heals,
                trains,
                properties,
                environments,
                relays);
    }

    /** With this many instances of each service. */
    public StackSettings withNodes(int count) {
        return new StackSettings(
                checkout,
                home,
                data,
                count,
                address,
                gatewayPort,
                retention,
                heals,
                trains,
                properties,
                environments,
                relays);
    }

    /** With the first gateway on this address and port. */
    public StackSettings withGateway(String listenAddress, int port) {
        return new StackSettings(
                checkout,
                home,
                data,
                nodes,
                listenAddress,
                port,
                retention,
                heals,
                trains,
                properties,
                environments,
                relays);
    }

    /** With this retention policy. */
    public StackSettings withRetention(Retention policy) {
        return new StackSettings(
                checkout,
                home,
                data,
                nodes,
                address,
                gatewayPort,
                policy,
                heals,
                trains,
                properties,
                environments,
                relays);
    }

    /** With instances that are started again when they die. */
    public StackSettings healing() {
        return new StackSettings(
                checkout,
                home,
                data,
                nodes,
                address,
                gatewayPort,
                retention,
                true,
                trains,
                properties,
                environments,
                relays);
    }

    /** With AOT caches recorded in the background, which make later starts fast. */
    public StackSettings training() {
        return new StackSettings(
                checkout,
                home,
                data,
                nodes,
                address,
                gatewayPort,
                retention,
                heals,
                true,
                properties,
                environments,
                relays);
    }

    /** With one more Spring property for all instances of one service. */
    public StackSettings withProperty(Part service, String name, String value) {
        Map<Part, Map<String, String>> all = new EnumMap<>(Part.class);
        all.putAll(properties);
        all.merge(service, Map.of(name, value), StackSettings::joined);
        return new StackSettings(
                checkout,
                home,
                data,
                nodes,
                address,
                gatewayPort,
                retention,
                heals,
                trains,
                Map.copyOf(all),
                environments,
                relays);
    }

    /** With these environment variables for one service. */
    public StackSettings withEnvironment(Instance service, Map<String, String> variables) {
        Map<Instance, Map<String, String>> all = new HashMap<>(environments);
        all.merge(service, Map.copyOf(variables), StackSettings::joined);
        return new StackSettings(
                checkout,
                home,
                data,
                nodes,
                address,
                gatewayPort,
                retention,
                heals,
                trains,
                properties,
                Map.copyOf(all),
                relays);
    }

    /** With relays between instances. */
    public StackSettings withRelays(Relays between) {
        return new StackSettings(
                checkout,
                home,
                data,
                nodes,
                address,
                gatewayPort,
                retention,
                heals,
                trains,
                properties,
                environments,
                between);
    }

    /** Every process that the stack consists of, in the order of the parts and of their numbers. */
    public List<Instance> instances() {
        return Stream.of(Part.values()).flatMap(this::instances).toList();
    }

    /** The instances of one part. */
    Stream<Instance> instances(Part part) {
        return IntStream.rangeClosed(1, part.instances(nodes)).mapToObj(number -> new Instance(part, number));
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
        for (Instance instance : instances()) {
            Path log = log(instance);
            try {
                if (Files.exists(log)) {
                    Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot set aside " + log, e);
            }
        }
    }

    /** Where a store keeps its settings and data. */
    Path data(Instance store) {
        return data.resolve(store.id());
    }

    /** Where an instance's output goes. */
    Path log(Instance instance) {
        return logs().resolve(instance.id() + ".log");
    }

    private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return Map.copyOf(all);
    }
}
