package app.parley.chat.routing.redis;

import app.parley.chat.routing.HandOver;
import app.parley.chat.routing.Nudge;
import app.parley.chat.routing.Signal;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hand-over through Redis pub/sub. Each node has a channel, {@code parley.chat.node.<name>}, that only it listens to;
 * a publication is a JSON array of {@link HandOverItem}s. Nothing is stored.
 */
@Component
class RedisHandOver implements HandOver {

    /** Nodes come and go under new names: an outlet that is not used for so long is one of a node that went. */
    private static final Duration UNUSED = Duration.ofMinutes(5);

    private final ReactiveStringRedisTemplate redis;
    private final JsonMapper json;
    private final LoadingCache<String, NodeOutlet> outlets;

    RedisHandOver(ReactiveStringRedisTemplate redis, JsonMapper json, HandOverSettings settings) {
        this.redis = redis;
        this.json = json;
        this.outlets = Caffeine.newBuilder()
                .expireAfterAccess(UNUSED)
                .build(node -> new NodeOutlet(batch -> publish(node, batch), settings));
    }

    static String channel(String node) {
        return "parley.chat.node." + node;
    }

    @Override
    public void handOver(String node, Signal signal, List<UUID> devices) {
        outlets.get(node).add(HandOverItem.of(signal, devices));
    }

    @Override
    public void nudge(String node, Nudge nudge, List<UUID> devices) {
        outlets.get(node).add(HandOverItem.of(nudge, devices));
    }

    private Mono<Long> publish(String node, List<HandOverItem> batch) {
        return redis.convertAndSend(channel(node), json.writeValueAsString(batch));
    }
}
