package app.parley.presence.node;

import app.parley.presence.device.Device;
import app.parley.presence.device.DeviceChanges;
import app.parley.presence.node.Routes.Connection;
import app.parley.presence.node.Routes.Connection.Held;
import app.parley.presence.node.Routes.Connection.Revoked;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What chat nodes say of themselves and of their devices. */
@Service
public class Nodes {

    private static final int AT_ONCE = 256;

    private final NodeLeases leases;
    private final HeldDevices held;
    private final Routes routes;
    private final DeviceChanges changes;
    private final NodeSettings settings;

    Nodes(NodeLeases leases, HeldDevices held, Routes routes, DeviceChanges changes, NodeSettings settings) {
        this.leases = leases;
        this.held = held;
        this.routes = routes;
        this.changes = changes;
        this.settings = settings;
    }

    /** Takes or renews the lease of a node. True if there was none before. */
    public Mono<Boolean> renew(String node) {
        return leases.renew(node, settings.lease());
    }

    /** The node stops: its lease is over. */
    public Mono<Void> leave(String node) {
        return leases.end(node);
    }

    /** The node holds these devices now. What became of each, in their order; nothing if the node has no lease. */
    public Mono<List<Connection>> connected(String node, List<Device> devices) {
        return leases.current(node)
                .filterWhen(lease -> held.hold(lease, devices))
                .flatMap(lease -> Flux.fromIterable(devices)
                        .flatMapSequential(device -> connect(device, lease), AT_ONCE)
                        .collectList()
                        .flatMap(all -> settle(lease, all).thenReturn(all)))
                .map(all -> all.stream().map(Answered::connection).toList());
    }

    /** The node no longer holds these devices. What it held under an earlier lease is seen to by {@link DeadNodes}. */
    public Mono<Void> disconnected(String node, List<Device> devices) {
        return leases.current(node)
                .flatMap(lease -> Flux.fromIterable(devices)
                        .filterWhen(device -> routes.disconnect(device, lease), AT_ONCE)
                        .map(Device::user)
                        .collect(Collectors.toSet())
                        .flatMap(changes::changed)
                        .then(held.release(lease, devices)));
    }

    private Mono<Answered> connect(Device device, LeaseId lease) {
        return routes.connect(device, lease).map(connection -> new Answered(device, connection));
    }

    /** Tells of devices that came or moved, and takes each from where it is not routed to. */
    private Mono<Void> settle(LeaseId lease, List<Answered> all) {
        Set<UUID> changed = all.stream()
                .filter(answered -> answered.cameTo(lease))
                .map(answered -> answered.device().user())
                .collect(Collectors.toSet());
        return Flux.fromIterable(all)
                .mapNotNull(answered -> answered.stray(lease))
                .collect(Collectors.groupingBy(Stray::lease, Collectors.mapping(Stray::device, Collectors.toList())))
                .flatMapIterable(Map::entrySet)
                .concatMap(strays -> held.release(strays.getKey(), strays.getValue()))
                .then(changes.changed(changed));
    }

    private record Stray(LeaseId lease, Device device) {}

    private record Answered(Device device, Connection connection) {

        boolean cameTo(LeaseId lease) {
            return connection instanceof Held(var before) && !lease.equals(before);
        }

        @Nullable
        Stray stray(LeaseId lease) {
            return switch (connection) {
                case Held(var before) when before != null && !before.equals(lease) -> new Stray(before, device);
                case Held _ -> null;
                case Revoked() -> new Stray(lease, device);
            };
        }
    }
}
