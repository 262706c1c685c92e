package app.parley.test;

import app.parley.stores.CassandraServer;
import app.parley.stores.PostgresServer;
import app.parley.stores.RedisServer;
import app.parley.stores.S3Server;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores as processes, with their data in a folder that is thrown away. */
final class EmbeddedStores implements StoreFactory {

    private static final int CASSANDRA_HEAP_MEGABYTES = 384;

    private final ThrowAwayFolder folder = ThrowAwayFolder.create();
    private final AtomicInteger started = new AtomicInteger();

    @Override
    public StoreInstance start(Store store) {
        Path data = folder.path().resolve(store.name().toLowerCase(Locale.ROOT) + "-" + started.incrementAndGet());
        Path log = data.resolve("output.log");
        return switch (store) {
            case POSTGRES ->
                new EmbeddedInstance(port -> PostgresServer.start(new PostgresServer.Settings(
                        data, port, StoreInstance.USER, StoreInstance.PASSWORD, false, log)));
            case REDIS ->
                new EmbeddedInstance(
                        port -> RedisServer.start(new RedisServer.Settings(data, port, StoreInstance.PASSWORD, log)));
            case CASSANDRA ->
                new EmbeddedInstance(port ->
                        CassandraServer.start(new CassandraServer.Settings(data, port, CASSANDRA_HEAP_MEGABYTES, log)));
            case S3 ->
                new EmbeddedInstance(port -> S3Server.start(
                        new S3Server.Settings(data, port, StoreInstance.USER, StoreInstance.PASSWORD, log)));
        };
    }

    @Override
    public void cleanUp() {
        folder.delete();
    }
}
