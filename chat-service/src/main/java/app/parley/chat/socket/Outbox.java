package app.parley.chat.socket;

import app.parley.chat.routing.PersonalChange;
import app.parley.chat.routing.Receipt;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one client. Written by the channel's thread alone: whatever has gathered until it comes
 * to it goes as one array. Nothing is handed to Netty beyond a small amount that is not yet with the kernel, so that
 * what a client does not read shows here.
 */
final class Outbox {

    /** How much is collected into one WebSocket message, and how much may be on its way at once. */
    private static final int BATCH_BYTES = 32 * 1024;

    private static final int ON_ITS_WAY_BYTES = 64 * 1024;

    /** What a merged receipt takes beside its frame. */
    private static final int RECEIPT_OVERHEAD = 128;

    private final Channel channel;
    private final long limit;
    private final Runnable drained;
    private final ArrayDeque<byte[]> frames = new ArrayDeque<>(2);
    private @Nullable Map<ReceiptPlace, byte[]> receipts;
    private @Nullable LatestChange latestChange;
    private long waitingBytes;
    private long receiptBytes;
    private long onItsWay;
    private boolean scheduled;
    private boolean wasFull;
    private volatile boolean full;
    private volatile boolean overflown;
    private volatile boolean closed;
    private volatile long progressAt = System.nanoTime();

    /** Of several receipts for the same place only the last counts. */
    private record ReceiptPlace(UUID conversation, @Nullable UUID user) {}

    /** Of several changes only the one with the highest version counts. */
    private record LatestChange(long version, byte[] frame) {}

    /**
     * An empty outbox.
     *
     * @param limit in bytes: beyond it, it is full
     * @param drained called by the channel's thread when it is no longer full
     */
    Outbox(Channel channel, long limit, Runnable drained) {
        this.channel = channel;
        this.limit = limit;
        this.drained = drained;
    }

    boolean isFull() {
        return full;
    }

    /** What must be said. */
    void add(byte[] frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (!hasWaiting()) {
                progressAt = System.nanoTime();
            }
            frames.addLast(frame);
            waitingBytes += frame.length;
            full = waitingBytes > limit;
            wasFull |= full;
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        channel.eventLoop().execute(this::write);
    }

    /** A receipt: while the client does not keep up, it is merged with an earlier one. */
    void add(Receipt receipt, byte[] frame) {
        if (!full) {
            add(frame);
            return;
        }
        synchronized (this) {
            Map<ReceiptPlace, byte[]> merged = receipts == null ? new LinkedHashMap<>() : receipts;
            receipts = merged;
            ReceiptPlace place = new ReceiptPlace(receipt.conversation(), receipt.user());
            byte[] earlier = merged.get(place);
            long bytes = receiptBytes + frame.length + (earlier == null ? RECEIPT_OVERHEAD : -earlier.length);
            overflown |= bytes > limit;
            if (!overflown) {
                merged.put(place, frame);
                receiptBytes = bytes;
            }
        }
    }

    /** That the user has changed something: while the client does not keep up, an earlier one is not said. */
    void add(PersonalChange change, byte[] frame) {
        if (!full) {
            add(frame);
            return;
        }
        synchronized (this) {
            if (latestChange == null || latestChange.version() < change.version()) {
                latestChange = new LatestChange(change.version(), frame);
            }
        }
    }

    /** Whether something has waited for so long, and nothing was written meanwhile; or receipts had to be dropped. */
    boolean isStuck(long now, long nanos) {
        return overflown || (hasWaiting() && now - progressAt > nanos);
    }

    private synchronized boolean hasWaiting() {
        return onItsWay > 0 || !frames.isEmpty();
    }

    /** Writes what waits, and takes nothing more. By the channel's thread. */
    void writeLast() {
        for (List<byte[]> batch = take(Long.MAX_VALUE); !batch.isEmpty(); batch = take(Long.MAX_VALUE)) {
            write(batch);
        }
        closed = true;
        channel.flush();
    }

    /** Drops what waits: its client does not read, and finds it in the log when it comes back. */
    synchronized void discard() {
        frames.forEach(frame -> waitingBytes -= frame.length);
        frames.clear();
        receipts = null;
        latestChange = null;
    }

    private void write() {
        synchronized (this) {
            scheduled = false;
        }
        boolean wrote = false;
        for (List<byte[]> batch = take(ON_ITS_WAY_BYTES); !batch.isEmpty(); batch = take(ON_ITS_WAY_BYTES)) {
            write(batch);
            wrote = true;
        }
        if (wrote) {
            channel.flush();
        }
    }

    private synchronized List<byte[]> take(long mostOnItsWay) {
        if (onItsWay >= mostOnItsWay || closed) {
            return List.of();
        }
        if (frames.isEmpty()) {
            takeMerged();
        }
        List<byte[]> batch = new ArrayList<>();
        for (int bytes = 0; !frames.isEmpty() && bytes < BATCH_BYTES; ) {
            byte[] frame = frames.removeFirst();
            batch.add(frame);
            bytes += frame.length;
        }
        return batch;
    }

    private void takeMerged() {
        if (receipts != null) {
            receipts.values().forEach(this::append);
            receipts = null;
            receiptBytes = 0;
        }
        if (latestChange != null) {
            append(latestChange.frame());
            latestChange = null;
        }
    }

    private void append(byte[] frame) {
        frames.addLast(frame);
        waitingBytes += frame.length;
    }

    private void write(List<byte[]> batch) {
        int bytes = batch.stream().mapToInt(frame -> frame.length).sum();
        ByteBuf buffer = channel.alloc().buffer(bytes + batch.size() + 1);
        if (batch.size() == 1) {
            buffer.writeBytes(batch.getFirst());
        } else {
            char separator = '[';
            for (byte[] frame : batch) {
                buffer.writeByte(separator).writeBytes(frame);
                separator = ',';
            }
            buffer.writeByte(']');
        }
        synchronized (this) {
            onItsWay += bytes;
        }
        var _ = channel.write(new TextWebSocketFrame(buffer)).addListener(done -> written(bytes, done.isSuccess()));
    }

    private void written(int bytes, boolean open) {
        closed |= !open;
        boolean more;
        boolean roomAgain;
        synchronized (this) {
            onItsWay -= bytes;
            waitingBytes -= bytes;
            full = waitingBytes > limit;
            progressAt = System.nanoTime();
            roomAgain = wasFull && waitingBytes <= limit / 2;
            wasFull &= !roomAgain;
            more = !frames.isEmpty() || receipts != null || latestChange != null;
        }
        if (more && !closed) {
            write();
        }
        if (roomAgain) {
            drained.run();
        }
    }
}
