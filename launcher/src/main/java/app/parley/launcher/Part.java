package app.parley.launcher;

import java.util.Locale;
import java.util.Set;

/** What the stack is made of. Each part comes after those that it cannot start without. */
public enum Part {
    POSTGRES("PostgreSQL", 100),
    REDIS("Redis", 20),
    CASSANDRA("Cassandra", 800),
    S3("S3 server", 110),
    PROFILE("profile-service", 360, POSTGRES),
    PRESENCE("presence-service", 290, REDIS),
    OFFLINE_STORE("offline-store-service", 300, CASSANDRA),
    CHAT("chat-service", 330, REDIS),
    GATEWAY("api-gateway", 330, REDIS);

    /** The smallest Cassandra cluster of which a node may be missing. */
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
        if (this == CASSANDRA) {
            return nodes < CLUSTER ? 1 : CLUSTER;
        }
        return isService() ? nodes : 1;
    }

    /** Whether it is one of Parley's own services and not a store. */
    public boolean isService() {
        return compareTo(PROFILE) >= 0;
    }
}
