package app.parley.launcher;

import app.parley.stores.FreePort;
import app.parley.stores.RedisSentinel;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Redis processes of a data folder. Where there are Sentinels, its first start fixes the ports: they remember each
 * other by them, and which of the two others is the primary.
 *
 * @param settings whose processes they are
 * @param ports where each listens
 */
record RedisNodes(StackSettings settings, Map<Instance, Integer> ports) {

    private static final String NOTE = "redis.properties";

    /**
     * Those of the stack's data folder, which are noted there if this is its first start with Sentinels.
     *
     * @param taken ports that others of the stack will listen on
     */
    static RedisNodes of(StackSettings settings, Set<Integer> taken) {
        if (Part.REDIS_SENTINEL.instances(settings.nodes()) == 0) {
            return onFreePorts(settings, taken);
        }
        Path note = settings.data().resolve(NOTE);
        if (!Files.exists(note)) {
            write(note, onFreePorts(settings, taken));
        }
        return read(note, settings);
    }

    /** Where it listens. */
    int port(Instance instance) {
        Integer port = ports.get(instance);
        if (port == null) {
            throw new IllegalArgumentException(instance.title() + " is no Redis of this stack");
        }
        return port;
    }

    /** The one that all write to: by the latest word of a Sentinel, and the first as long as there is none. */
    Instance primary() {
        return settings.instances(Part.REDIS_SENTINEL)
                .flatMap(this::knowledge)
                .max(Comparator.comparingLong(RedisSentinel.Knowledge::epoch))
                .flatMap(known -> settings.instances(Part.REDIS)
                        .filter(instance -> port(instance) == known.primaryPort())
                        .findFirst())
                .orElse(Instance.first(Part.REDIS));
    }

    /** The port of the Redis that this one is to copy when it starts, 0 if it is the primary. */
    int primaryPortOf(Instance instance) {
        Instance primary = primary();
        return instance.equals(primary) ? 0 : port(primary);
    }

    private Stream<RedisSentinel.Knowledge> knowledge(Instance sentinel) {
        try {
            return RedisSentinel.Knowledge.of(settings.data(sentinel));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what " + sentinel.title() + " knows", e);
        }
    }

    private static Stream<Instance> instances(StackSettings settings) {
        return Stream.of(Part.REDIS, Part.REDIS_SENTINEL).flatMap(settings::instances);
    }

    private static RedisNodes onFreePorts(StackSettings settings, Set<Integer> taken) {
        Iterator<Integer> free = IntStream.generate(FreePort::next)
                .filter(port -> !taken.contains(port))
                .distinct()
                .iterator();
        return new RedisNodes(
                settings, instances(settings).collect(Collectors.toMap(instance -> instance, _ -> free.next())));
    }

    private static RedisNodes read(Path note, StackSettings settings) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(note)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + note, e);
        }
        return new RedisNodes(
                settings,
                instances(settings)
                        .collect(Collectors.toMap(
                                instance -> instance,
                                instance -> Integer.valueOf(properties.getProperty(instance.id())))));
    }

    private static void write(Path note, RedisNodes nodes) {
        Properties properties = new Properties();
        nodes.ports.forEach((instance, port) -> properties.setProperty(instance.id(), Integer.toString(port)));
        try (Writer writer = Files.newBufferedWriter(note)) {
            properties.store(writer, "Part of the data: Redis Sentinels remember it.");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + note, e);
        }
    }
}
