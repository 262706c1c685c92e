package app.parley.presence.api;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * The internal API of presence-service, on its internal port and with the service credential. Lists are batches: a
 * caller collects what it has for a moment and asks once.
 */
@HttpExchange("/internal/v1")
public interface PresenceApi {

    /** The devices of these users and the node that holds each. A user without devices has an empty list. */
    @PostExchange("/devices/lookup")
    Mono<List<UserDevices>> devices(@RequestBody List<UUID> users);

    /** Who of these users is online, and when the others were seen last. */
    @PostExchange("/presence/lookup")
    Mono<List<UserPresence>> presence(@RequestBody List<UUID> users);

    /**
     * Takes or renews the lease of a chat node. The devices of a node whose lease ran out count as offline. A node
     * renews at a third of the lease's duration.
     *
     * @param node the node's name, unique among the running nodes, new at each start
     */
    @PutExchange("/nodes/{node}")
    Mono<NodeLease> renew(@PathVariable String node);

    /** Gives the lease of a stopping node back: its devices are offline at once. */
    @DeleteExchange("/nodes/{node}")
    Mono<Void> leave(@PathVariable String node);

    /**
     * Says that the node now holds these devices. The answers are in the order of the request. A device that another
     * connection holds moves here: the newest connection wins. 409 {@code node_lease_expired} if the node has no lease.
     */
    @PostExchange("/nodes/{node}/connections")
    Mono<List<ConnectionOutcome>> connected(@PathVariable String node, @RequestBody List<Device> devices);

    /** Says that the node no longer holds these devices. A device that moved to another node meanwhile stays there. */
    @PostExchange("/nodes/{node}/disconnections")
    Mono<Void> disconnected(@PathVariable String node, @RequestBody List<Device> devices);
}
