package app.parley.launcher;

import app.parley.stores.FreePort;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where the parts of one stack listen, the same for as long as it runs, whatever is started again. */
final class Ports {

    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
    private final Map<Part, Integer> internalPorts = new EnumMap<>(Part.class);
    private final Set<Integer> given = new HashSet<>();

    /**
     * @param gatewayPort the gateway's public port, 0 for a free one
     */
    Ports(int gatewayPort) {
        given.add(gatewayPort);
        for (Part part : Part.values()) {
            ports.put(part, part == Part.GATEWAY && gatewayPort != 0 ? gatewayPort : another());
            if (part.isService()) {
                internalPorts.put(part, another());
            }
        }
    }

    /** The port that clients of the part use. */
    int of(Part part) {
        return known(ports, part);
    }

    /** The port of a service's internal API, health and metrics. */
    int internal(Part service) {
        return known(internalPorts, service);
    }

    URI uri(Part service) {
        return URI.create("http://127.0.0.1:" + of(service));
    }

    URI internalUri(Part service) {
        return URI.create("http://127.0.0.1:" + internal(service));
    }

    private int another() {
        int port = FreePort.next();
        while (!given.add(port)) {
            port = FreePort.next();
        }
        return port;
    }

    private static int known(Map<Part, Integer> ports, Part part) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new IllegalArgumentException(part + " has no such port");
        }
        return port;
    }
}
