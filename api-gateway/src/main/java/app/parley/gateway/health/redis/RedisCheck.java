package app.parley.gateway.health.redis;

import app.parley.gateway.health.Part;
import app.parley.gateway.health.PartCheck;
import java.util.List;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the Redis of the rate limits. */
@Component
class RedisCheck implements PartCheck {

    private final ReactiveStringRedisTemplate redis;

    RedisCheck(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public List<Mono<Part>> ask() {
        return List.of(redis.execute(ReactiveRedisConnection::ping).next().map(pong -> Part.up()));
    }
}
