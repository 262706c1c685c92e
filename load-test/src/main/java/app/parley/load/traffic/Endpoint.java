package app.parley.load.traffic;

import app.parley.load.socket.FrameListener;
import app.parley.load.socket.LoadSocket;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One side of a pair: connects, and notices when its connection ends by itself. */
abstract class Endpoint implements FrameListener {

    private final Meter meter;
    private final CompletableFuture<Void> synced = new CompletableFuture<>();
    private @Nullable LoadSocket socket;
    private boolean closing;
    private int losses;

    Endpoint(Meter meter) {
        this.meter = meter;
    }

    final Meter meter() {
        return meter;
    }

    final CompletableFuture<Void> whenSynced() {
        return synced;
    }

    final int losses() {
        return losses;
    }

    final @Nullable LoadSocket socket() {
        return socket;
    }

    final void close() {
        closing = true;
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public void welcome(LoadSocket opened) {
        socket = opened;
    }

    @Override
    public void synced() {
        synced.complete(null);
    }

    @Override
    public void lost(String reason) {
        socket = null;
        if (!closing) {
            losses++;
            meter.error("connection lost: " + reason);
            synced.completeExceptionally(new IllegalStateException("not connected: " + reason));
        }
    }

    @Override
    public void accepted(long idLow, long seq) {}

    @Override
    public void message(long conversationHigh, long conversationLow, long seq, long idLow, int textLength) {}

    @Override
    public void receipt(long delivered, long read) {}

    @Override
    public void readComplete() {}
}
