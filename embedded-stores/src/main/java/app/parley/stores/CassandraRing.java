package app.parley.stores;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nodes that form one Cassandra on this machine. They listen on 127.0.0.1, 127.0.0.2 and so on, all on the same
 * ports, and each has its share of the data from the beginning. Their number and ports are part of their data: they
 * remember where they have seen each other.
 *
 * @param nodes how many there are
 * @param internodePort where they talk to each other
 */
public record CassandraRing(int nodes, int internodePort) {

    private static final BigInteger TOKENS = BigInteger.TWO.pow(64);

    /** A ring of one node, on a free port: it talks to nobody. */
    static CassandraRing ofOne() {
        return new CassandraRing(1, FreePort.next());
    }

    /** The address of a node; they are counted from 1. */
    public static String address(int node) {
        return "127.0.0." + node;
    }

    /** All addresses. */
    public List<String> addresses() {
        return IntStream.rangeClosed(1, nodes).mapToObj(CassandraRing::address).toList();
    }

    /** Where a node's share of the tokens, which go from -2^63 to 2^63, ends. */
    long token(int node) {
        return TOKENS.multiply(BigInteger.valueOf(node - 1L))
                .divide(BigInteger.valueOf(nodes))
                .longValue();
    }
}
