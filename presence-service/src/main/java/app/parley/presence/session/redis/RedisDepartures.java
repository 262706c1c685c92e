package app.parley.presence.session.redis;

import app.parley.presence.device.Device;
import app.parley.presence.redis.SlotScript;
import app.parley.presence.session.Departures;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Departures in one sorted set. */
@Component
class RedisDepartures implements Departures {

    /**
     * Sorted set: {@code user/device}, scored with when to look after it, in milliseconds. Serves "which are due?". It
     * has a member for each session, and for each that is over and not yet seen off; so it is written before the keys of
     * the user, which lie in other slots, and tells nothing for sure: whoever takes a member looks at the session. No
     * time to live. Members are taken and put off in one script.
     */
    private static final String DEPARTURES = "parley:presence:departures";

    private static final SlotScript EXPECT = SlotScript.beside(RedisDepartures.class, "expect.lua");
    private static final SlotScript DUE = SlotScript.beside(RedisDepartures.class, "due.lua");

    private final ReactiveStringRedisTemplate redis;

    RedisDepartures(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Void> expect(Device device, Duration in) {
        return expect(device, in, "");
    }

    @Override
    public Mono<Void> expectAtLatest(Device device, Duration in) {
        return expect(device, in, "LT");
    }

    private Mono<Void> expect(Device device, Duration in, String unless) {
        return EXPECT.run(redis, List.of(DEPARTURES), member(device), in.toMillis(), unless)
                .then();
    }

    @Override
    public Flux<Device> due(int limit, Duration retry) {
        return DUE.run(redis, List.of(DEPARTURES), limit, retry.toMillis())
                .flatMapIterable(members -> members)
                .map(RedisDepartures::device);
    }

    @Override
    public Mono<Void> done(Device device) {
        return redis.opsForZSet().remove(DEPARTURES, member(device)).then();
    }

    private static String member(Device device) {
        return device.user() + "/" + device.id();
    }

    private static Device device(String member) {
        int slash = member.indexOf('/');
        return new Device(UUID.fromString(member.substring(0, slash)), UUID.fromString(member.substring(slash + 1)));
    }
}
