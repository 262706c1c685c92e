package app.parley.presence.device.redis;

import app.parley.presence.api.DevicesChanged;
import app.parley.presence.device.Device;
import app.parley.presence.device.DeviceChanges;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Publishes {@link DevicesChanged} on its channel. */
@Component
class RedisDeviceChanges implements DeviceChanges {

    private final ReactiveStringRedisTemplate redis;
    private final JsonMapper json;

    RedisDeviceChanges(ReactiveStringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public Mono<Void> changed(Collection<UUID> users) {
        if (users.isEmpty()) {
            return Mono.empty();
        }
        return publish(new DevicesChanged(List.copyOf(users), List.of(), List.of()));
    }

    @Override
    public Mono<Void> added(UUID user) {
        return publish(new DevicesChanged(List.of(user), List.of(user), List.of()));
    }

    @Override
    public Mono<Void> revoked(Device device) {
        return publish(new DevicesChanged(List.of(device.user()), List.of(), List.of(device.id())));
    }

    private Mono<Void> publish(DevicesChanged changes) {
        return redis.convertAndSend(DevicesChanged.CHANNEL, json.writeValueAsString(changes))
                .then();
    }
}
