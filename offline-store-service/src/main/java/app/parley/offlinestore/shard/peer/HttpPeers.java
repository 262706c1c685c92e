package app.parley.offlinestore.shard.peer;

import app.parley.offlinestore.api.PeerApi;
import app.parley.offlinestore.conversation.Position;
import app.parley.offlinestore.shard.DeviceQueue;
import app.parley.offlinestore.shard.Peers;
import app.parley.offlinestore.shard.WaitingConversations;
import app.parley.service.client.ServiceClients;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the other instances by {@link PeerApi}. */
@Component
class HttpPeers implements Peers {

    /** What a caller can wait for; who is asked to take a shard has a journal to read. */
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(1500);

    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);

    private final ServiceClients clients;
    private final Map<URI, PeerApi> peers = new ConcurrentHashMap<>();

    HttpPeers(ServiceClients clients) {
        this.clients = clients;
    }

    @Override
    public Mono<Void> offer(URI peer, int shard) {
        return at(peer).take(shard).timeout(TAKEN_WITHIN);
    }

    @Override
    public Mono<Map<UUID, List<UUID>>> waitingFor(URI peer, Set<Integer> shards, Set<UUID> users) {
        return at(peer).waiting(new PeerApi.Users(List.copyOf(users), List.copyOf(shards)))
                .timeout(ANSWER_WITHIN);
    }

    @Override
    public Mono<List<@Nullable List<Position>>> waitingPositions(URI peer, List<DeviceQueue> queues) {
        return at(peer).positions(queues.stream().map(HttpPeers::contract).toList())
                .timeout(ANSWER_WITHIN)
                .map(found -> found.stream()
                        .<@Nullable List<Position>>map(its -> its == null ? null : positions(its))
                        .toList());
    }

    private static List<Position> positions(List<app.parley.offlinestore.api.Position> found) {
        return found.stream()
                .map(its -> new Position(its.conversation(), its.cursor(), its.head()))
                .toList();
    }

    @Override
    public Mono<Void> forget(URI peer, UUID user, UUID device, long version, WaitingConversations conversations) {
        return at(peer).forget(user, device, version, contract(conversations)).timeout(ANSWER_WITHIN);
    }

    private PeerApi at(URI peer) {
        return peers.computeIfAbsent(peer, address -> clients.create(PeerApi.class, address));
    }

    private static PeerApi.DeviceConversations contract(DeviceQueue queue) {
        return new PeerApi.DeviceConversations(
                new app.parley.offlinestore.api.Device(
                        queue.device().user(), queue.device().device()),
                contract(queue.conversations()));
    }

    private static PeerApi.Conversations contract(WaitingConversations conversations) {
        return new PeerApi.Conversations(List.copyOf(conversations.all()), List.copyOf(conversations.listed()));
    }
}
