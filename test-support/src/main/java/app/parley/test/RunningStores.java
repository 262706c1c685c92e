package app.parley.test;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** All servers of this JVM, from the first test that asks for one to the end of the JVM. */
final class RunningStores {

    private static final RunningStores ONLY = new RunningStores();
    // Of a keyspace 48 characters, of a bucket 63.
    private static final int LONGEST_NAME = 48;
    private static final int SUFFIX = 8;

    private final Map<Class<?>, Map<Store, RealStore>> byOwner = new ConcurrentHashMap<>();
    private final Map<Store, StoreInstance> shared = new ConcurrentHashMap<>();
    private final Collection<StoreInstance> all = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean endedBySpring = new AtomicBoolean();
    private final StoreFactory factory = chooseFactory();

    private RunningStores() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!endedBySpring.get()) {
                end();
            }
        }));
    }

    /** The stores of a test class, started now if nobody has asked for them yet. */
    static Map<Store, RealStore> of(StoreUse use) {
        return ONLY.byOwner.computeIfAbsent(use.owner(), owner -> ONLY.provide(use));
    }

    /** Leaves the end of the stores to somebody who knows when the last application context has closed. */
    static boolean endBySpring() {
        return ONLY.endedBySpring.compareAndSet(false, true);
    }

    static void endAll() {
        ONLY.end();
    }

    private static StoreFactory chooseFactory() {
        String choice = System.getProperty("parley.test.stores", "auto");
        return switch (choice) {
            case "containers" -> new ContainerStores();
            case "embedded" -> new EmbeddedStores();
            case "auto" -> DockerEngine.answers() ? new ContainerStores() : new EmbeddedStores();
            default ->
                throw new IllegalArgumentException(
                        "parley.test.stores is %s, expected auto, containers or embedded".formatted(choice));
        };
    }

    private Map<Store, RealStore> provide(StoreUse use) {
        List<RealStore> stores = use.stores().parallelStream()
                .map(store -> provide(store, use.owner()))
                .toList();
        return stores.stream()
                .collect(Collectors.toMap(
                        RunningStores::kind, store -> store, (one, _) -> one, () -> new EnumMap<>(Store.class)));
    }

    private RealStore provide(Store store, Class<?> owner) {
        return switch (store) {
            case POSTGRES -> new PostgresStore(shared(store), name(owner));
            case REDIS -> new RedisStore(start(store));
            case CASSANDRA -> new CassandraStore(shared(store), name(owner));
            case S3 -> new S3Store(shared(store), name(owner).replace('_', '-'));
        };
    }

    private static Store kind(RealStore store) {
        return switch (store) {
            case PostgresStore _ -> Store.POSTGRES;
            case RedisStore _ -> Store.REDIS;
            case CassandraStore _ -> Store.CASSANDRA;
            case S3Store _ -> Store.S3;
        };
    }

    private StoreInstance shared(Store store) {
        return shared.computeIfAbsent(store, this::start);
    }

    private StoreInstance start(Store store) {
        StoreInstance instance = factory.start(store);
        all.add(instance);
        return instance;
    }

    private void end() {
        all.parallelStream().forEach(StoreInstance::end);
        all.clear();
        factory.cleanUp();
    }

    /** A name that is new also in a JVM that runs the class twice. */
    private static String name(Class<?> owner) {
        String name = "t_" + owner.getSimpleName().toLowerCase(Locale.ROOT);
        String unique = UUID.randomUUID().toString().substring(0, SUFFIX);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - SUFFIX - 1)) + "_" + unique;
    }
}
