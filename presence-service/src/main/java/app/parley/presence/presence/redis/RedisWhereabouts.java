package app.parley.presence.presence.redis;

import app.parley.presence.node.LeaseId;
import app.parley.presence.presence.Whereabouts;
import app.parley.presence.redis.SlotScript;
import app.parley.presence.redis.UserKeys;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads all keys of a user but the sessions, at one moment. */
@Component
class RedisWhereabouts implements Whereabouts {

    private static final SlotScript WHEREABOUTS = SlotScript.onDevices(RedisWhereabouts.class, "whereabouts.lua");

    private final ReactiveStringRedisTemplate redis;

    RedisWhereabouts(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Mono<UserNote> of(UUID user) {
        UserKeys keys = UserKeys.of(user);
        return WHEREABOUTS
                .run(redis, List.of(keys.devices(), keys.versions(), keys.routes(), keys.seen()))
                .map(answer -> note(user, answer));
    }

    private static UserNote note(UUID user, List<String> answer) {
        List<DeviceNote> devices = IntStream.range(1, answer.size() / 3)
                .mapToObj(i -> device(answer.subList(3 * i, 3 * i + 3)))
                .toList();
        long version = Long.parseLong(answer.get(0));
        long since = Long.parseLong(answer.get(1));
        return new UserNote(user, version, since, devices, instant(answer.get(2)));
    }

    private static DeviceNote device(List<String> fields) {
        String lease = fields.get(1);
        return new DeviceNote(
                UUID.fromString(fields.get(0)), lease.isEmpty() ? null : LeaseId.parse(lease), instant(fields.get(2)));
    }

    private static @Nullable Instant instant(String millis) {
        return millis.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
