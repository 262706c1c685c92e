package app.parley.chat.routing.redis;

import app.parley.chat.routing.GroupNews;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Word of groups through Redis pub/sub, on {@link GroupChanged#CHANNEL}, which all chat nodes listen to. */
@Component
class RedisGroupNews implements GroupNews {

    private static final Logger log = LoggerFactory.getLogger(RedisGroupNews.class);

    private final ReactiveStringRedisTemplate redis;
    private final JsonMapper json;

    RedisGroupNews(ReactiveStringRedisTemplate redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public void changed(UUID group, long version) {
        redis.convertAndSend(GroupChanged.CHANNEL, json.writeValueAsString(new GroupChanged(group, version)))
                .subscribe(_ -> {}, failure -> log.warn("Word of a changed group was lost: {}", failure.toString()));
    }
}
