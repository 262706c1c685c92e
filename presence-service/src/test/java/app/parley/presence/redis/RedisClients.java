package app.parley.presence.redis;

import app.parley.test.RedisStore;
import java.net.URI;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** Connects the test of an adapter to its Redis. */
public final class RedisClients implements AutoCloseable {

    private final LettuceConnectionFactory connections;
    private final ReactiveStringRedisTemplate template;

    public RedisClients(RedisStore redis) {
        URI url = URI.create(redis.url());
        RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration(url.getHost(), url.getPort());
        configuration.setPassword(url.getUserInfo().substring(1));
        connections = new LettuceConnectionFactory(configuration);
        connections.afterPropertiesSet();
        connections.start();
        template = new ReactiveStringRedisTemplate(connections);
    }

    public ReactiveStringRedisTemplate template() {
        return template;
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
