package app.parley.chat.routing.redis;

import app.parley.chat.routing.PeopleNews;
import java.util.Collection;
import java.util.UUID;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Word of people through Redis pub/sub, on {@link PeopleChanged#CHANNEL}, which all chat nodes listen to. This node does not
 * wait for its own.
 */
@Component
class RedisPeopleNews implements PeopleNews {

    private final ReactiveStringRedisTemplate redis;
    private final JsonMapper json;
    private final Listeners listeners;

    RedisPeopleNews(ReactiveStringRedisTemplate redis, JsonMapper json, Listeners listeners) {
        this.redis = redis;
        this.json = json;
        this.listeners = listeners;
    }

    @Override
    public Mono<Void> changed(Collection<UUID> people) {
        return Mono.fromRunnable(() -> listeners.tell(people))
                .then(redis.convertAndSend(PeopleChanged.CHANNEL, json.writeValueAsString(new PeopleChanged(people))))
                .then();
    }
}
