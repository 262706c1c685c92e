package app.parley.presence.redis;

import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private SlotScript(String text) {
        this.script = RedisScript.of(text, List.class);
    }

    /** The script in this file beside the class. */
    public static SlotScript beside(Class<?> owner, String file) {
        return new SlotScript(text(owner, file));
    }

    /** The same for a script that reads or changes the set of a user's devices: {@code devices.lua} stands before it. */
    public static SlotScript onDevices(Class<?> owner, String file) {
        return new SlotScript(text(SlotScript.class, "devices.lua") + text(owner, file));
    }

    private static String text(Class<?> owner, String file) {
        try {
            return new ClassPathResource(file, owner).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
