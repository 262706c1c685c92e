package app.parley.launcher;

import java.util.Locale;
import java.util.Set;

/** What the stack is made of. Each part comes after those that it cannot start without. */
public enum Part {
    POSTGRES("PostgreSQL", 100),
    REDIS("Redis", 20),
    REDIS_SENTINEL("Redis Sentinel", 10, REDIS),
    CASSANDRA("Cassandra", 800),
    S3("S3 server", 110),
    PROFILE("profile-service", 360, POSTGRES),
    PRESENCE("presence-service", 290, REDIS, REDIS_SENTINEL),
    OFFLINE_STORE("offline-store-service", 300, CASSANDRA),
    CHAT("chat-service", 330, REDIS, REDIS_SENTINEL),
    GATEWAY("api-gateway", 330, REDIS, REDIS_SENTINEL);

    /** From so many nodes on, stores may lose an instance too: the smallest number of which two are a majority. */
    private static final int CLUSTER = 3;

    private final String title;
    private final int megabytes;
    private final Set<Part> startsAfter;

    Part(String title, int megabytes, Part... startsAfter) {
        this.title = title;
        this.megabytes = megabytes;
        this.startsAfter = Set.of(startsAfter);
    }

    /** What people call it; a service's is also the name of its folder. */
    public String title() {
        return title;
    }

    /** Its name in file names and on the command line: {@code offline-store}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What must be ready before it starts. */
    public Set<Part> startsAfter() {
        return startsAfter;
    }

    /** The memory that an instance takes with little to do. */
    int megabytes() {
        return megabytes;
    }

    /** How many instances of it a stack of this many nodes has. */
    int instances(int nodes) {
        boolean cluster = nodes >= CLUSTER;
        return switch (this) {
            case POSTGRES, S3 -> 1;
            case REDIS -> cluster ? 2 : 1;
            case REDIS_SENTINEL -> cluster ? CLUSTER : 0;
            case CASSANDRA -> cluster ? CLUSTER : 1;
            case PROFILE, PRESENCE, OFFLINE_STORE, CHAT, GATEWAY -> nodes;
        };
    }

    /** Whether it is one of Parley's own services and not a store. */
    public boolean isService() {
        return compareTo(PROFILE) >= 0;
    }
}
