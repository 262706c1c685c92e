package app.parley.presence.node.redis;

import app.parley.presence.node.Lease;
import app.parley.presence.node.LeaseId;
import app.parley.presence.node.NodeLeases;
import app.parley.presence.redis.SlotScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Leases in {@link LeaseKeys#LEASES} and {@link LeaseKeys#CURRENT}, by the clock of the Redis server. */
@Component
class RedisNodeLeases implements NodeLeases {

    private static final List<String> KEYS = List.of(LeaseKeys.LEASES, LeaseKeys.CURRENT);
    private static final SlotScript RENEW = SlotScript.beside(RedisNodeLeases.class, "renew.lua");
    private static final SlotScript END = SlotScript.beside(RedisNodeLeases.class, "end.lua");
    private static final SlotScript CURRENT = SlotScript.beside(RedisNodeLeases.class, "current.lua");
    private static final SlotScript ALL = SlotScript.beside(RedisNodeLeases.class, "leases.lua");
    private static final SlotScript BURY = SlotScript.beside(RedisNodeLeases.class, "bury.lua");

    private final ReactiveStringRedisTemplate redis;

    RedisNodeLeases(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Boolean> renew(String node, Duration duration) {
        return RENEW.run(redis, KEYS, node, duration.toMillis())
                .map(answer -> answer.getFirst().equals("1"));
    }

    @Override
    public Mono<Void> end(String node) {
        return END.run(redis, KEYS, node).then();
    }

    @Override
    public Mono<LeaseId> current(String node) {
        return CURRENT.run(redis, KEYS, node)
                .filter(answer -> !answer.isEmpty())
                .map(answer -> LeaseId.parse(answer.getFirst()));
    }

    @Override
    public Flux<Lease> all() {
        return ALL.run(redis, List.of(LeaseKeys.LEASES)).flatMapIterable(RedisNodeLeases::leases);
    }

    @Override
    public Mono<Boolean> claim(LeaseId lease, Duration burial) {
        return redis.opsForValue().setIfAbsent(LeaseKeys.burial(lease), "", burial);
    }

    @Override
    public Mono<Void> bury(LeaseId lease) {
        return BURY.run(redis, List.of(LeaseKeys.LEASES, LeaseKeys.CURRENT, LeaseKeys.held(lease)), lease, lease.node())
                .then();
    }

    private static List<Lease> leases(List<String> answer) {
        Instant now = millis(answer.getFirst());
        return IntStream.range(0, answer.size() / 2)
                .mapToObj(i -> lease(answer.get(2 * i + 1), millis(answer.get(2 * i + 2)), now))
                .toList();
    }

    private static Lease lease(String id, Instant ends, Instant now) {
        return new Lease(LeaseId.parse(id), ends, ends.isAfter(now));
    }

    private static Instant millis(String text) {
        return Instant.ofEpochMilli(Long.parseLong(text));
    }
}
