package app.parley.presence.node.redis;

import app.parley.presence.device.Device;
import app.parley.presence.node.Routes;
import app.parley.presence.node.RoutesContract;
import app.parley.presence.redis.RedisClients;
import app.parley.presence.redis.UserKeys;
import app.parley.test.RealStores;
import app.parley.test.RedisStore;
import app.parley.test.Store;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@RealStores(Store.REDIS)
class RedisRoutesTest extends RoutesContract {

    private static RedisClients clients;

    @BeforeAll
    static void connect(RedisStore redis) {
        clients = new RedisClients(redis);
    }

    @AfterAll
    static void disconnect() {
        clients.close();
    }

    @Override
    protected Routes routes() {
        return new RedisRoutes(clients.template());
    }

    @Override
    protected void open(Device device) {
        clients.template()
                .opsForHash()
                .put(UserKeys.of(device.user()).session(device.id()), "name", "Phone")
                .block();
    }

    @Override
    protected @Nullable Instant seen(Device device) {
        return clients.template()
                .<String, String>opsForHash()
                .get(UserKeys.of(device.user()).seen(), device.id().toString())
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                .block();
    }
}
