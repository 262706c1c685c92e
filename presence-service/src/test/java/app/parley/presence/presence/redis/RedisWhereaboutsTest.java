package app.parley.presence.presence.redis;

import app.parley.presence.device.Device;
import app.parley.presence.node.LeaseId;
import app.parley.presence.presence.Whereabouts;
import app.parley.presence.presence.WhereaboutsContract;
import app.parley.presence.redis.RedisClients;
import app.parley.presence.redis.UserKeys;
import app.parley.test.RealStores;
import app.parley.test.RedisStore;
import app.parley.test.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@RealStores(Store.REDIS)
class RedisWhereaboutsTest extends WhereaboutsContract {

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
    protected Whereabouts whereabouts() {
        return new RedisWhereabouts(clients.template());
    }

    @Override
    protected void open(Device device, Duration life) {
        double ends = Instant.now().plus(life).toEpochMilli();
        clients.template()
                .opsForZSet()
                .add(UserKeys.of(device.user()).devices(), device.id().toString(), ends)
                .block();
    }

    @Override
    protected void route(Device device, LeaseId lease) {
        put(UserKeys.of(device.user()).routes(), device.id().toString(), lease.toString());
    }

    @Override
    protected void see(Device device, Instant at) {
        put(UserKeys.of(device.user()).seen(), device.id().toString(), millis(at));
    }

    @Override
    protected void seeGone(UUID user, Instant at) {
        put(UserKeys.of(user).seen(), "gone", millis(at));
    }

    private static void put(String key, String field, String value) {
        clients.template().opsForHash().put(key, field, value).block();
    }

    private static String millis(Instant at) {
        return String.valueOf(at.toEpochMilli());
    }
}
