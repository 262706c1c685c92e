package app.parley.presence.node.redis;

import app.parley.presence.device.Device;
import app.parley.presence.node.LeaseId;
import app.parley.presence.node.Routes;
import app.parley.presence.redis.SlotScript;
import app.parley.presence.redis.UserKeys;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Routes in the keys of the user: {@link UserKeys#routes}, {@link UserKeys#seen}. */
@Component
class RedisRoutes implements Routes {

    private static final SlotScript CONNECT = SlotScript.beside(RedisRoutes.class, "connect.lua");
    private static final SlotScript DISCONNECT = SlotScript.beside(RedisRoutes.class, "disconnect.lua");

    private final ReactiveStringRedisTemplate redis;

    RedisRoutes(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Connection> connect(Device device, LeaseId lease) {
        UserKeys keys = UserKeys.of(device.user());
        return CONNECT.run(
                        redis,
                        List.of(keys.session(device.id()), keys.routes(), keys.seen()),
                        device.id(),
                        lease,
                        UserKeys.SEEN_LIFE.toMillis())
                .map(RedisRoutes::connection);
    }

    @Override
    public Mono<Boolean> disconnect(Device device, LeaseId lease) {
        return disconnect(device, lease, "");
    }

    @Override
    public Mono<Boolean> strand(Device device, LeaseId lease, Instant ended) {
        return disconnect(device, lease, ended.toEpochMilli());
    }

    private Mono<Boolean> disconnect(Device device, LeaseId lease, Object when) {
        UserKeys keys = UserKeys.of(device.user());
        return DISCONNECT
                .run(
                        redis,
                        List.of(keys.routes(), keys.seen()),
                        device.id(),
                        lease,
                        UserKeys.SEEN_LIFE.toMillis(),
                        when)
                .map(answer -> answer.getFirst().equals("1"));
    }

    private static Connection connection(List<String> answer) {
        return switch (answer.getFirst()) {
            case "held" -> new Connection.Held(answer.get(1).isEmpty() ? null : LeaseId.parse(answer.get(1)));
            case "revoked" -> new Connection.Revoked();
            default -> throw new IllegalStateException("connect.lua answered " + answer);
        };
    }
}
