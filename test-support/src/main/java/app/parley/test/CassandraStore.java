package app.parley.test;

import app.parley.stores.CassandraServer;
import java.net.InetSocketAddress;
import java.util.Map;

/** A Cassandra node, and the name of a keyspace of the test class's own; who is tested creates it. */
public final class CassandraStore extends RealStore {

    private final String keyspace;

    CassandraStore(StoreInstance instance, String keyspace) {
        super(instance);
        this.keyspace = keyspace;
    }

    public InetSocketAddress contactPoint() {
        return new InetSocketAddress(host(), port());
    }

    public String datacenter() {
        return CassandraServer.DATACENTER;
    }

    public String keyspace() {
        return keyspace;
    }

    @Override
    Map<String, Object> properties() {
        return Map.of(
                "spring.cassandra.contact-points", host(),
                "spring.cassandra.port", port(),
                "spring.cassandra.local-datacenter", datacenter(),
                "spring.cassandra.keyspace-name", keyspace);
    }
}
