package app.parley.faults.fault;

import app.parley.launcher.Instance;
import app.parley.launcher.StackSettings;
import app.parley.stores.CassandraRing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Nodes of the Cassandra cluster that are cut off from everybody, other nodes included. Each has a loopback address of
 * its own, which a route leads into nothing: connections stand still and go on afterwards, as in a network without it.
 */
final class IsolatedNodes implements FaultFamily {

    /** Longer than the others take to notice. */
    private static final Duration CUT = Duration.ofSeconds(30);

    /** A loopback address that nobody has. */
    private static final String UNUSED = "127.255.255.1";

    private final StackSettings settings;

    IsolatedNodes(StackSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Fault> faults() {
        return CassandraNodes.others(settings).stream()
                .<Fault>map(IsolatedNode::new)
                .toList();
    }

    @Override
    public Optional<String> missing() {
        if (route("add", UNUSED).succeeds()) {
            route("del", UNUSED).run();
            return Optional.empty();
        }
        return Optional.of("cutting off an address needs Linux, the command ip and the right CAP_NET_ADMIN");
    }

    private static Command route(String what, String address) {
        return Command.of("ip", "route", what, "blackhole", address + "/32", "table", "local");
    }

    private record IsolatedNode(Instance node) implements Fault {

        @Override
        public String name() {
            return "cut";
        }

        @Override
        public String target() {
            return node.id();
        }

        @Override
        public void begin() throws InterruptedException {
            route("add", address()).run();
            Thread.sleep(CUT);
        }

        @Override
        public void heal() {
            route("del", address()).run();
        }

        private String address() {
            return CassandraRing.address(node.number());
        }
    }
}
