package app.parley.launcher;

import app.parley.stores.FreePort;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where the instances of one stack listen, the same for as long as it runs, whatever is started again. */
final class Ports {

    private static final String LOOPBACK = "127.0.0.1";

    private final Map<Instance, InetSocketAddress> addresses = new HashMap<>();
    private final Map<Instance, InetSocketAddress> internalAddresses = new HashMap<>();
    private final Set<Integer> given = new HashSet<>();

    Ports(StackSettings settings, CassandraNodes cassandra, RedisNodes redis) {
        given.add(settings.gatewayPort());
        given.addAll(cassandra.ports());
        given.addAll(redis.ports().values());
        for (Instance instance : settings.instances()) {
            addresses.put(
                    instance,
                    switch (instance.part()) {
                        case CASSANDRA -> new InetSocketAddress(cassandra.address(instance.number()), cassandra.port());
                        case REDIS, REDIS_SENTINEL -> onLoopback(redis.port(instance));
                        case POSTGRES, S3, PROFILE, PRESENCE, OFFLINE_STORE, CHAT, GATEWAY ->
                            onLoopback(port(instance, settings));
                    });
            if (instance.isService()) {
                internalAddresses.put(instance, onLoopback(another()));
            }
        }
    }

    /** Where clients of the instance find it. */
    InetSocketAddress address(Instance instance) {
        return known(addresses, instance);
    }

    /** Where a service's internal API, health and metrics are. */
    InetSocketAddress internalAddress(Instance service) {
        return known(internalAddresses, service);
    }

    /** The port that clients of the instance use. */
    int of(Instance instance) {
        return address(instance).getPort();
    }

    /** The port of a service's internal API, health and metrics. */
    int internal(Instance service) {
        return internalAddress(service).getPort();
    }

    URI uri(Instance service) {
        return http(address(service));
    }

    URI internalUri(Instance service) {
        return http(internalAddress(service));
    }

    static URI http(InetSocketAddress address) {
        return URI.create("http://" + text(address));
    }

    static String text(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    private int port(Instance instance, StackSettings settings) {
        boolean chosen = instance.equals(Instance.first(Part.GATEWAY)) && settings.gatewayPort() != 0;
        return chosen ? settings.gatewayPort() : another();
    }

    private int another() {
        int port = FreePort.next();
        while (!given.add(port)) {
            port = FreePort.next();
        }
        return port;
    }

    private static InetSocketAddress onLoopback(int port) {
        return new InetSocketAddress(LOOPBACK, port);
    }

    private static InetSocketAddress known(Map<Instance, InetSocketAddress> addresses, Instance instance) {
        InetSocketAddress address = addresses.get(instance);
        if (address == null) {
            throw new IllegalArgumentException(instance.title() + " has no such address in this stack");
        }
        return address;
    }
}
