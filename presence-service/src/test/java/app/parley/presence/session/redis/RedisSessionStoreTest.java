package app.parley.presence.session.redis;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.presence.device.Device;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    void theVersionGrowsOverARedisThatLostItsDataAndItIsSeenSinceWhen() {
        SessionStore store = store(settings());
        RefreshToken token = open(store);
        UserKeys keys = UserKeys.of(token.device().user());
        open(store, new Device(token.device().user(), UUID.randomUUID()));
        long before = number(keys, "version");
        assertThat(number(keys, "since")).isLessThan(before);

        clients.template()
                .delete(
                        keys.devices(),
                        keys.versions(),
                        keys.session(token.device().id()))
                .block();
        open(store, token.device());

        assertThat(number(keys, "version")).isGreaterThan(before);
        assertThat(number(keys, "since")).isEqualTo(number(keys, "version"));
    }

    private static long number(UserKeys keys, String field) {
        return Long.parseLong(clients.template()
                .<String, String>opsForHash()
                .get(keys.versions(), field)
                .block());
    }

    @Test
    void theKeysOfALivingUserExpireWithTheSessionsOrAYearLater() {
        RefreshToken token = open(store(settings()));
        UserKeys keys = UserKeys.of(token.device().user());

        for (String key : List.of(keys.devices(), keys.versions())) {
            assertThat(clients.template().getExpire(key).block().minus(UserKeys.REMEMBERED))
                    .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        }
        assertThat(clients.template()
                        .getExpire(keys.session(token.device().id()))
                        .block())
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }
}
