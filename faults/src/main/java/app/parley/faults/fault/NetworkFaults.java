package app.parley.faults.fault;

import app.parley.faults.relay.Network;
import app.parley.faults.relay.Way;
import app.parley.launcher.Link;
import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Instances between which nothing passes, or slowly, or whose connections break. */
final class NetworkFaults implements FaultFamily {

    /** Beyond a lease. */
    private static final Duration CUT = Duration.ofSeconds(8);

    private static final Duration DISTURBED = Duration.ofSeconds(15);
    private static final Duration DELAY = Duration.ofMillis(300);

    private final Set<Way> ways = new LinkedHashSet<>();
    private final Network network = new Network();

    NetworkFaults(StackSettings settings) {
        boolean cluster = CassandraNodes.isCluster(settings);
        Stack.links(settings).stream()
                .filter(link -> isANetwork(link, cluster))
                .map(Way::of)
                .filter(way -> !ways.contains(way.back()))
                .forEach(ways::add);
    }

    /**
     * Not the way of a service to itself, but for the owner of a shard, which announces the address to others; and not
     * that to a cluster, whose nodes' own addresses a driver learns from the first that it reaches.
     */
    private static boolean isANetwork(Link link, boolean cluster) {
        boolean toItself = link.caller().equals(link.called()) && link.called().part() != Part.OFFLINE_STORE;
        return !toItself && !(cluster && CassandraNodes.isOne(link.called()));
    }

    @Override
    public List<Fault> faults() {
        return ways.stream().flatMap(this::of).toList();
    }

    @Override
    public StackSettings prepare(StackSettings settings, List<Fault> chosen) {
        chosen.stream().map(NetworkFault.class::cast).map(NetworkFault::way).forEach(network::standIn);
        return settings.withRelays(network);
    }

    @Override
    public void close() {
        network.close();
    }

    private Stream<Fault> of(Way way) {
        return Stream.of(
                new NetworkFault("cut", way, network, held(CUT, Network::cut)),
                new NetworkFault("cut-one-way", way, network, held(CUT, Network::cutOneWay)),
                new NetworkFault("cut-one-way", way.back(), network, held(CUT, Network::cutOneWay)),
                new NetworkFault("slow", way, network, held(DISTURBED, (net, slow) -> net.slow(slow, DELAY))),
                new NetworkFault("drop", way, network, (net, lossy) -> net.drop(lossy, DISTURBED)));
    }

    private static Disturbance held(Duration time, Disturbance begin) {
        return (network, way) -> {
            begin.of(network, way);
            Thread.sleep(time);
        };
    }

    private interface Disturbance {
        void of(Network network, Way way) throws InterruptedException;
    }

    /**
     * @param disturbance goes on for its time
     */
    private record NetworkFault(String name, Way way, Network network, Disturbance disturbance) implements Fault {

        @Override
        public String target() {
            return way.toString();
        }

        @Override
        public void begin() throws InterruptedException {
            disturbance.of(network, way);
        }

        @Override
        public void heal() {
            network.heal(way);
        }

        @Override
        public Set<String> instances() {
            return Set.of(way.from(), way.to());
        }
    }
}
