package app.parley.presence.presence.web;

import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.Device;
import app.parley.presence.api.NodeLease;
import app.parley.presence.api.PresenceApi;
import app.parley.presence.api.UserDevices;
import app.parley.presence.api.UserPresence;
import app.parley.presence.node.NodeSettings;
import app.parley.presence.node.Nodes;
import app.parley.presence.node.Routes.Connection;
import app.parley.presence.presence.Presences;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Presence and nodes, for the other services. */
@RestController
@Hidden
class InternalPresenceController implements PresenceApi {

    private final Presences presences;
    private final Nodes nodes;
    private final NodeSettings settings;

    InternalPresenceController(Presences presences, Nodes nodes, NodeSettings settings) {
        this.presences = presences;
        this.nodes = nodes;
        this.settings = settings;
    }

    @Override
    public Mono<List<UserDevices>> devices(List<UUID> users) {
        return presences
                .of(users)
                .map(all -> all.stream()
                        .map(user -> new UserDevices(
                                user.user(),
                                user.version(),
                                user.since(),
                                user.devices().stream()
                                        .map(device -> new UserDevices.Route(device.device(), device.node()))
                                        .toList()))
                        .toList());
    }

    @Override
    public Mono<List<UserPresence>> presence(List<UUID> users) {
        return presences
                .of(users)
                .map(all -> all.stream()
                        .map(user -> new UserPresence(user.user(), user.online(), user.lastSeen()))
                        .toList());
    }

    @Override
    public Mono<NodeLease> renew(String node) {
        return nodes.renew(node)
                .map(fresh -> new NodeLease(Math.toIntExact(settings.lease().toSeconds()), fresh));
    }

    @Override
    public Mono<Void> leave(String node) {
        return nodes.leave(node);
    }

    @Override
    public Mono<List<ConnectionOutcome>> connected(String node, List<Device> devices) {
        return nodes.connected(node, domain(devices))
                .map(all ->
                        all.stream().map(InternalPresenceController::outcome).toList())
                .switchIfEmpty(Mono.error(() -> ProblemException.retryable(
                        HttpStatus.CONFLICT,
                        "node_lease_expired",
                        "Node " + node + " has no lease: take one, then say again which devices it holds.")));
    }

    @Override
    public Mono<Void> disconnected(String node, List<Device> devices) {
        return nodes.disconnected(node, domain(devices));
    }

    private static List<app.parley.presence.device.Device> domain(List<Device> devices) {
        return devices.stream()
                .map(device -> new app.parley.presence.device.Device(device.user(), device.device()))
                .toList();
    }

    private static ConnectionOutcome outcome(Connection connection) {
        return switch (connection) {
            case Connection.Held _ -> ConnectionOutcome.HELD;
            case Connection.Revoked _ -> ConnectionOutcome.REVOKED;
        };
    }
}
