package app.parley.presence.session.redis;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.presence.redis.RedisClients;
import app.parley.presence.redis.UserKeys;
import app.parley.presence.session.RefreshToken;
import app.parley.presence.session.SessionSettings;
import app.parley.presence.session.SessionStore;
import app.parley.presence.session.SessionStoreContract;
import app.parley.test.RealStores;
import app.parley.test.RedisStore;
import app.parley.test.Store;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@RealStores(Store.REDIS)
class RedisSessionStoreTest extends SessionStoreContract {

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
    protected SessionStore store(SessionSettings settings) {
        return new RedisSessionStore(clients.template(), settings);
    }

    @Test
    void whatIsKeptOfATokenIsItsHash() {
        RefreshToken token = open(store(settings()));
        UserKeys keys = UserKeys.of(token.device().user());

        Map<String, String> kept = clients.template()
                .<String, String>opsForHash()
                .entries(keys.session(token.device().id()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();

        assertThat(kept)
                .containsEntry("family", token.familyHash())
                .containsEntry("current", token.keyHash())
                .containsOnlyKeys("name", "platform", "createdAt", "family", "current");
    }

    @Test
    void theKeysOfALivingUserExpireWithTheSessions() {
        RefreshToken token = open(store(settings()));
        UserKeys keys = UserKeys.of(token.device().user());

        assertThat(clients.template().getExpire(keys.devices()).block())
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(clients.template()
                        .getExpire(keys.session(token.device().id()))
                        .block())
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }
}
