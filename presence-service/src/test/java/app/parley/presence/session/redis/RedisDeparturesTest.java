package app.parley.presence.session.redis;

import app.parley.presence.redis.RedisClients;
import app.parley.presence.session.Departures;
import app.parley.presence.session.DeparturesContract;
import app.parley.test.RealStores;
import app.parley.test.RedisStore;
import app.parley.test.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@RealStores(Store.REDIS)
class RedisDeparturesTest extends DeparturesContract {

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
    protected Departures departures() {
        clients.template().delete("parley:presence:departures").block();
        return new RedisDepartures(clients.template());
    }
}
