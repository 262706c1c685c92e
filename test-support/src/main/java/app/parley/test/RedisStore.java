package app.parley.test;

import java.util.Map;

/** A Redis of the test class's own. */
public final class RedisStore extends RealStore {

    RedisStore(StoreInstance instance) {
        super(instance);
    }

    /** The address with the password. */
    public String url() {
        return "redis://:%s@%s:%d".formatted(StoreInstance.PASSWORD, host(), port());
    }

    @Override
    Map<String, Object> properties() {
        return Map.of("spring.data.redis.url", url());
    }
}
