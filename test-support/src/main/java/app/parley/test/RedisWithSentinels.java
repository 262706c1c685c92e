package app.parley.test;

import app.parley.stores.RedisSentinel;
import app.parley.stores.RedisServer;
import app.parley.stores.StoreServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Redis with a replica that takes over when it goes: three Sentinels see to that. Always processes, no containers. */
public final class RedisWithSentinels implements AutoCloseable {

    private final Path folder;
    private final RedisServer first;
    private final RedisServer second;
    private final List<RedisSentinel> sentinels;

    private RedisWithSentinels(Path folder) {
        this.folder = folder;
        this.first = redis("first", 0);
        this.second = redis("second", first.port());
        this.sentinels = IntStream.rangeClosed(1, 3).mapToObj(this::sentinel).toList();
    }

    /** Starts all five in this folder. */
    public static RedisWithSentinels start(Path folder) {
        return new RedisWithSentinels(folder);
    }

    /** What a Spring application needs to find it. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.data.redis.password",
                StoreInstance.PASSWORD,
                "spring.data.redis.sentinel.master",
                RedisSentinel.PRIMARY,
                "spring.data.redis.sentinel.password",
                StoreInstance.PASSWORD,
                "spring.data.redis.sentinel.nodes",
                sentinels.stream()
                        .map(sentinel -> "127.0.0.1:" + sentinel.port())
                        .collect(Collectors.joining(",")));
    }

    /** The one that is the primary as long as nothing happens to it. */
    public StoreServer first() {
        return first;
    }

    /** Whether all three Sentinels have found each other and the replica: before that nothing fails over. */
    public boolean canFailOver() {
        return sentinels.stream().allMatch(RedisSentinel::isInTouch);
    }

    @Override
    public void close() {
        sentinels.forEach(RedisSentinel::close);
        second.close();
        first.close();
    }

    private RedisServer redis(String name, int primaryPort) {
        return RedisServer.start(
                new RedisServer.Settings(folder.resolve(name), 0, StoreInstance.PASSWORD, log(name), primaryPort));
    }

    private RedisSentinel sentinel(int number) {
        String name = "sentinel-" + number;
        return RedisSentinel.start(
                new RedisSentinel.Settings(folder.resolve(name), 0, first.port(), StoreInstance.PASSWORD, log(name)));
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }
}
