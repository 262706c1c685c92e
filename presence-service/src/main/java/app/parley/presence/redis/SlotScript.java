package app.parley.presence.redis;

import io.lettuce.core.cluster.SlotHash;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;

/**
 * A Lua script whose keys are all in one slot, and which answers an array of strings. Redis runs it as a whole or not at
 * all; times in it are those of the Redis server.
 */
public final class SlotScript {

    @SuppressWarnings("rawtypes")
    private final RedisScript<List> script;

    private SlotScript(ClassPathResource source) {
        this.script = RedisScript.of(source, List.class);
    }

    /** The script in this file beside the class. */
    public static SlotScript beside(Class<?> owner, String file) {
        return new SlotScript(new ClassPathResource(file, owner));
    }

    /** Runs it. The answer is the array, which may be empty. */
    public Mono<List<String>> run(ReactiveStringRedisTemplate redis, List<String> keys, Object... arguments) {
        assert keys.stream().mapToInt(SlotHash::getSlot).distinct().count() == 1 : keys + " are in several slots";
        List<String> texts = Arrays.stream(arguments).map(Object::toString).toList();
        return redis.execute(script, keys, texts).next().map(SlotScript::strings);
    }

    private static List<String> strings(List<?> answer) {
        return answer.stream().map(Object::toString).toList();
    }
}
