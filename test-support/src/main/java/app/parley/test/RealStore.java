package app.parley.test;

import java.util.Map;

/** A real store as one test class sees it. */
public abstract sealed class RealStore permits PostgresStore, RedisStore, CassandraStore, S3Store {

    private final StoreInstance instance;

    RealStore(StoreInstance instance) {
        this.instance = instance;
    }

    public final String host() {
        return instance.host();
    }

    public final int port() {
        return instance.port();
    }

    /** Lets the store stand still: connections stay open, nothing is answered, until {@link #resume()}. */
    public final void pause() {
        instance.pause();
    }

    public final void resume() {
        instance.resume();
    }

    /** Ends the store as a crash would, until {@link #start()}: connections break, new ones are refused. */
    public final void kill() {
        instance.kill();
    }

    /** Starts the killed store again, at the same address, with the data that it had confirmed. */
    public final void start() {
        instance.start();
    }

    /** Lets the store crash and start again. */
    public final void restart() {
        kill();
        start();
    }

    final void serveAgain() {
        instance.serveAgain();
    }

    /** What a Spring application needs to find this store. */
    abstract Map<String, Object> properties();
}
