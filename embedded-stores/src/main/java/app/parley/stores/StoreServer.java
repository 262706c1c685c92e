package app.parley.stores;

import java.nio.file.Path;

/**
 * A store that runs as a process of its own, answers on the loopback interface only and keeps its data in a folder.
 *
 * <p>A started server serves. Starting one again on the same folder, after {@link #close()} or {@link #kill()}, finds the
 * data that it had confirmed.
 */
public abstract sealed class StoreServer implements AutoCloseable
        permits PostgresServer, RedisServer, RedisSentinel, CassandraServer, S3Server {

    static final String LOOPBACK = "127.0.0.1";

    private final StoreProcess process;
    private final int port;

    StoreServer(StoreProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The port of 127.0.0.1 that this server answers on. */
    public final int port() {
        return port;
    }

    /** The server's process; its end can be watched with {@link ProcessHandle#onExit()}. */
    public final ProcessHandle process() {
        return process.handle();
    }

    public final long pid() {
        return process().pid();
    }

    /** Lets the server stand still with its connections open, until {@link #resume()}. */
    public final void pause() {
        process.pause();
    }

    public final void resume() {
        process.resume();
    }

    /** Ends the server as a crash would, with {@code SIGKILL}, and returns when nothing of it is left. */
    public final void kill() {
        process.kill();
    }

    /** Stops the server in order, or by force where it does not heed that, and returns when nothing of it is left. */
    @Override
    public final void close() {
        process.stop();
        ended();
    }

    /** Called after an orderly stop. */
    void ended() {}

    /** Ends, as a crash would, what an earlier start has left running on this folder; nothing else is touched. */
    public static void killLeftOver(Path data) {
        StoreProcess.killLeftOver(data);
    }

    static int portOrFree(int port) {
        return port == 0 ? FreePort.next() : port;
    }
}
