package app.parley.launcher;

import app.parley.stores.CassandraRing;
import app.parley.stores.FreePort;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The Cassandra nodes of a data folder. Its first start fixes how many there are, and where those of a cluster listen.
 *
 * @param ring the nodes, and where they talk to each other
 * @param port where each answers clients, on an address of its own
 */
record CassandraNodes(CassandraRing ring, int port) {

    private static final String NOTE = "cassandra.properties";

    /** Those of the stack's data folder, which are noted there if this is its first start. */
    static CassandraNodes of(StackSettings settings) {
        int wanted = Part.CASSANDRA.instances(settings.nodes());
        Path note = settings.data().resolve(NOTE);
        if (!Files.exists(note)) {
            boolean older = Files.exists(settings.data().resolve(Part.CASSANDRA.id()));
            write(note, older ? onFreePorts(1) : onFreePorts(wanted));
        }
        CassandraNodes nodes = read(note);
        if (nodes.ring.nodes() != wanted) {
            throw new StackFailure(
                    "the data in %s is that of %d Cassandra node(s), and --nodes %d makes %d: choose another folder with --data"
                            .formatted(settings.data(), nodes.ring.nodes(), settings.nodes(), wanted));
        }
        // A single node remembers no address, and so need not wait until somebody else leaves its ports.
        return wanted == 1 ? onFreePorts(1) : nodes;
    }

    /** Where a node answers clients. */
    String address(int node) {
        return CassandraRing.address(node);
    }

    /** All ports, of which each node has the same. */
    Set<Integer> ports() {
        return Set.of(port, ring.internodePort());
    }

    private static CassandraNodes onFreePorts(int nodes) {
        int port = freePort(nodes);
        int internodePort = freePort(nodes);
        while (internodePort == port) {
            internodePort = freePort(nodes);
        }
        return new CassandraNodes(new CassandraRing(nodes, internodePort), port);
    }

    private static int freePort(int nodes) {
        return IntStream.generate(FreePort::next)
                .filter(port -> IntStream.rangeClosed(1, nodes)
                        .allMatch(node -> FreePort.isFree(CassandraRing.address(node), port)))
                .findFirst()
                .orElseThrow();
    }

    private static CassandraNodes read(Path note) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(note)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + note, e);
        }
        CassandraRing ring = new CassandraRing(number(properties, "nodes"), number(properties, "internode-port"));
        return new CassandraNodes(ring, number(properties, "port"));
    }

    private static int number(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name));
    }

    private static void write(Path note, CassandraNodes nodes) {
        Properties properties = new Properties();
        properties.setProperty("nodes", Integer.toString(nodes.ring.nodes()));
        properties.setProperty("port", Integer.toString(nodes.port));
        properties.setProperty("internode-port", Integer.toString(nodes.ring.internodePort()));
        try {
            Files.createDirectories(note.getParent());
            try (Writer writer = Files.newBufferedWriter(note)) {
                properties.store(writer, "Part of the data: Cassandra's nodes remember it.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + note, e);
        }
    }
}
