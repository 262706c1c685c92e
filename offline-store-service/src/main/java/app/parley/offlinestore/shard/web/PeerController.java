package app.parley.offlinestore.shard.web;

import app.parley.offlinestore.api.PeerApi;
import app.parley.offlinestore.api.Position;
import app.parley.offlinestore.shard.DeviceQueue;
import app.parley.offlinestore.shard.NotOwnerException;
import app.parley.offlinestore.shard.ShardOffers;
import app.parley.offlinestore.shard.UserQueues;
import app.parley.offlinestore.shard.WaitingConversations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves {@link PeerApi}. */
@RestController
class PeerController implements PeerApi {

    private final UserQueues queues;
    private final ShardOffers offers;

    PeerController(UserQueues queues, ShardOffers offers) {
        this.queues = queues;
        this.offers = offers;
    }

    @Override
    public Mono<Void> take(int shard) {
        return answer(offers.take(shard));
    }

    @Override
    public Mono<Map<UUID, List<UUID>>> waiting(Users users) {
        return answer(queues.waitingHere(users.shards(), Set.copyOf(users.users())));
    }

    @Override
    public Mono<List<@Nullable List<Position>>> positions(List<DeviceConversations> devices) {
        return answer(
                queues.positionsHere(devices.stream().map(PeerController::queue).toList())
                        .map(Contract::positions));
    }

    @Override
    public Mono<Void> forget(UUID user, UUID device, long version, Conversations conversations) {
        return answer(queues.forgetHere(user, device, version, waiting(conversations)));
    }

    private static DeviceQueue queue(DeviceConversations its) {
        return new DeviceQueue(Contract.device(its.device()), waiting(its.conversations()));
    }

    private static WaitingConversations waiting(Conversations conversations) {
        return new WaitingConversations(Set.copyOf(conversations.all()), Set.copyOf(conversations.listed()));
    }

    private static <T> Mono<T> answer(Mono<T> answer) {
        return answer.onErrorMap(NotOwnerException.class, Contract::notOwner);
    }
}
