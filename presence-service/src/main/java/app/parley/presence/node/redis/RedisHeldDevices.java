package app.parley.presence.node.redis;

import app.parley.presence.device.Device;
import app.parley.presence.node.HeldDevices;
import app.parley.presence.node.LeaseId;
import app.parley.presence.redis.SlotScript;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a lease holds, in {@link LeaseKeys#held}. */
@Component
class RedisHeldDevices implements HeldDevices {

    private static final SlotScript HOLD = SlotScript.beside(RedisHeldDevices.class, "hold.lua");

    private final ReactiveStringRedisTemplate redis;

    RedisHeldDevices(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Boolean> hold(LeaseId lease, List<Device> devices) {
        Object[] arguments = Stream.concat(Stream.of(lease), devices.stream().map(RedisHeldDevices::member))
                .toArray();
        return HOLD.run(redis, List.of(LeaseKeys.LEASES, LeaseKeys.held(lease)), arguments)
                .map(answer -> answer.getFirst().equals("1"));
    }

    @Override
    public Mono<Void> release(LeaseId lease, Collection<Device> devices) {
        if (devices.isEmpty()) {
            return Mono.empty();
        }
        Object[] members = devices.stream().map(RedisHeldDevices::member).toArray();
        return redis.opsForSet().remove(LeaseKeys.held(lease), members).then();
    }

    @Override
    public Flux<Device> some(LeaseId lease, int limit) {
        return redis.opsForSet()
                .distinctRandomMembers(LeaseKeys.held(lease), limit)
                .map(RedisHeldDevices::device);
    }

    @Override
    public Mono<Long> count(LeaseId lease) {
        return redis.opsForSet().size(LeaseKeys.held(lease));
    }

    private static String member(Device device) {
        return device.user() + "/" + device.id();
    }

    private static Device device(String member) {
        int slash = member.indexOf('/');
        return new Device(UUID.fromString(member.substring(0, slash)), UUID.fromString(member.substring(slash + 1)));
    }
}
