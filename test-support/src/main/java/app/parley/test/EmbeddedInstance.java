package app.parley.test;

import app.parley.stores.StoreServer;
import java.util.function.IntFunction;

/** A store as a process on this machine. */
final class EmbeddedInstance extends StoreInstance {

    private final IntFunction<StoreServer> starter;
    private StoreServer server;

    /**
     * @param starter starts the store on the given port, on the same data each time
     */
    EmbeddedInstance(IntFunction<StoreServer> starter) {
        this.starter = starter;
        this.server = starter.apply(0);
    }

    @Override
    String host() {
        return "127.0.0.1";
    }

    @Override
    int port() {
        return server.port();
    }

    @Override
    void doPause() {
        server.pause();
    }

    @Override
    void doResume() {
        server.resume();
    }

    @Override
    void doKill() {
        server.kill();
    }

    @Override
    void doStart() {
        server = starter.apply(server.port());
    }

    @Override
    void end() {
        // The data is thrown away: there is nothing to write down in order.
        server.kill();
    }
}
