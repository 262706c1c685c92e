package app.parley.presence.node.redis;

import app.parley.presence.node.HeldDevices;
import app.parley.presence.node.NodeLeases;
import app.parley.presence.node.NodeLeasesContract;
import app.parley.presence.redis.RedisClients;
import app.parley.test.RealStores;
import app.parley.test.RedisStore;
import app.parley.test.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@RealStores(Store.REDIS)
class RedisNodeLeasesTest extends NodeLeasesContract {

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
    protected NodeLeases leases() {
        return new RedisNodeLeases(clients.template());
    }

    @Override
    protected HeldDevices held() {
        return new RedisHeldDevices(clients.template());
    }
}
