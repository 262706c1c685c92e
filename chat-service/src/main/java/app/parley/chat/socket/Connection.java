package app.parley.chat.socket;

import app.parley.chat.protocol.CloseCode;
import app.parley.chat.protocol.ErrorCode;
import app.parley.chat.protocol.ServerFrame;
import app.parley.chat.routing.Message;
import app.parley.chat.routing.Parcel;
import app.parley.chat.routing.PersonalChange;
import app.parley.chat.routing.Receipt;
import app.parley.chat.routing.TypingNotice;
import app.parley.chat.session.Farewell;
import app.parley.chat.session.Line;
import app.parley.chat.session.Reconnects;
import app.parley.chat.watching.Presence;
import app.parley.chat.watching.Watcher;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** One WebSocket: what is said to its client, whether it still lives, and how it ends. */
final class Connection implements Line, Watcher {

    private static final int MISSED_HEARTBEATS = 3;

    private final Channel channel;
    private final FrameEncoder encoder;
    private final SocketSettings settings;
    private final Reconnects reconnects;
    private final Outbox outbox;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean saidBye = new AtomicBoolean();
    private volatile Runnable drained = () -> {};
    private volatile long heardAt = System.nanoTime();
    private volatile long pingedAt = heardAt;

    Connection(Channel channel, FrameEncoder encoder, SocketSettings settings, Reconnects reconnects) {
        this.channel = channel;
        this.encoder = encoder;
        this.settings = settings;
        this.reconnects = reconnects;
        this.outbox = new Outbox(channel, settings.outboundBytes().toBytes(), () -> drained.run());
    }

    /** What to do, in the channel's thread, when there is room again after there was none. */
    void onDrained(Runnable action) {
        drained = action;
    }

    void execute(Runnable action) {
        channel.eventLoop().execute(action);
    }

    boolean isClosing() {
        return closing.get();
    }

    /** Whether to read from the socket. In the channel's thread. */
    void listen(boolean on) {
        channel.config().setAutoRead(on);
    }

    void heard() {
        heardAt = System.nanoTime();
    }

    void say(ServerFrame frame) {
        outbox.add(encoder.encode(frame));
    }

    @Override
    public boolean hasRoom() {
        return !outbox.isFull();
    }

    @Override
    public void message(Parcel message) {
        outbox.add(message.frame(encoder::encode));
    }

    @Override
    public void passing(Parcel notice) {
        switch (notice.signal()) {
            case Receipt receipt -> outbox.add(receipt, notice.frame(encoder::encode));
            case PersonalChange change -> outbox.add(change, notice.frame(encoder::encode));
            case Message _, TypingNotice _ -> {
                if (hasRoom()) {
                    outbox.add(notice.frame(encoder::encode));
                }
            }
        }
    }

    @Override
    public void hear(Presence presence) {
        if (hasRoom()) {
            say(new ServerFrame.Presence(presence.user(), presence.online(), presence.lastSeen()));
        }
    }

    @Override
    public void synced() {
        say(new ServerFrame.Synced());
    }

    @Override
    public void close(Farewell farewell) {
        switch (farewell) {
            case REPLACED -> close(CloseCode.REPLACED, "this device connected again");
            case REVOKED ->
                refuse(ErrorCode.SESSION_REVOKED, "the session was revoked: log in again", CloseCode.SESSION_REVOKED);
        }
    }

    /** Says what is wrong, and closes. */
    void refuse(ErrorCode code, String reason, CloseCode closeCode) {
        say(ErrorFrames.of(code, reason, null));
        close(closeCode, reason);
    }

    /** Turns the client away: it is to come back after this time. */
    void sendAway(String reason, Duration comeBack) {
        say(ErrorFrames.of(ErrorCode.UNAVAILABLE, reason, null));
        sayBye(reason, comeBack);
        close(CloseCode.UNAVAILABLE, reason);
    }

    /** Says when to come back. Nothing changes that later. */
    void sayBye(String reason, Duration comeBack) {
        if (saidBye.compareAndSet(false, true)) {
            say(new ServerFrame.Bye(reason, comeBack.toMillis()));
        }
    }

    void close(CloseCode code, String reason) {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        if (code.isToComeBack()) {
            sayBye(reason, reconnects.oneOf(1));
        }
        execute(() -> {
            outbox.writeLast();
            if (!channel.isActive()) {
                return;
            }
            ClosingHandshake.begin(channel, code, reason);
        });
    }

    /** Closes the connection of a client that does not read. What waits for it is in the log, and not written now. */
    void giveUpReading() {
        outbox.discard();
        close(CloseCode.NOT_READING, "nothing was read of what was sent");
    }

    /** Whether nothing could be written to the client for too long. */
    boolean isNotReading(long now) {
        return outbox.isStuck(now, settings.notReadingFor().toNanos());
    }

    /** Pings a silent client, and gives up one that has been for too long. A full one is not listened to. */
    void checkHeartbeat(long now) {
        long heartbeat = settings.heartbeat().toNanos();
        long silent = now - heardAt;
        if (silent <= heartbeat || !hasRoom()) {
            return;
        }
        if (silent > MISSED_HEARTBEATS * heartbeat) {
            close(CloseCode.HEARTBEAT_MISSED, "nothing was heard for " + MISSED_HEARTBEATS + " heartbeats");
        } else if (now - pingedAt > heartbeat) {
            pingedAt = now;
            var _ = channel.writeAndFlush(new PingWebSocketFrame());
        }
    }
}
