package app.parley.chat.socket;

import app.parley.chat.protocol.ClientFrame;
import app.parley.chat.protocol.CloseCode;
import app.parley.chat.protocol.ErrorCode;
import app.parley.chat.routing.Device;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.channel.AbortedException;

/**
 * What one client says, in the channel's thread. Nothing is read from the socket while the client is being
 * authenticated, or while there is no room for answers: so a client that does not read is not listened to either.
 */
final class Inbound extends BaseSubscriber<WebSocketFrame> {

    private static final Logger log = LoggerFactory.getLogger(Inbound.class);

    private final Connection connection;
    private final FrameDecoder decoder;
    private final Reception reception;
    private final FrameBudget budget;
    private final ArrayDeque<Decoded> waiting = new ArrayDeque<>(2);
    private final long openedAt = System.nanoTime();
    private volatile boolean authenticating;
    private volatile @Nullable Guest guest;
    private @Nullable Disposable authentication;
    private boolean paused;
    private boolean over;

    Inbound(Connection connection, FrameDecoder decoder, Reception reception) {
        this.connection = connection;
        this.decoder = decoder;
        this.reception = reception;
        this.budget = reception.budget();
        connection.onDrained(this::drained);
    }

    Connection connection() {
        return connection;
    }

    @Nullable
    Guest guest() {
        return guest;
    }

    /** Whether the client still owes its token. */
    boolean isTokenDue(long now) {
        return guest == null
                && !authenticating
                && now - openedAt > reception.settings().authWithin().toNanos();
    }

    /** While the device is being let in nothing is read, so that no sign of life can be heard. */
    boolean isAuthenticating() {
        return authenticating;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    /** What fails here is answered by the code that its client can act upon; let through, it would end without one. */
    @Override
    protected void hookOnNext(WebSocketFrame message) {
        try {
            hear(message);
        } catch (RuntimeException failure) {
            hookOnError(failure);
        }
    }

    private void hear(WebSocketFrame message) {
        connection.heard();
        switch (message) {
            case TextWebSocketFrame text -> read(text);
            case BinaryWebSocketFrame _ ->
                waiting.add(new Decoded.Fault(
                        ErrorCode.MALFORMED_JSON, "a binary message is not taken: send JSON as text", null));
            default -> {}
        }
        work();
    }

    private void read(TextWebSocketFrame text) {
        if (text.content().readableBytes() > reception.settings().frameBytes().toBytes()) {
            tooLarge();
            return;
        }
        waiting.addAll(decoder.decode(ByteBufUtil.getBytes(text.content())));
    }

    private void work() {
        while (!waiting.isEmpty() && !authenticating && connection.hasRoom() && !connection.isClosing()) {
            handle(waiting.removeFirst());
        }
        boolean pause = !waiting.isEmpty() || authenticating || !connection.hasRoom();
        if (pause != paused) {
            paused = pause;
            connection.listen(!pause);
        }
    }

    private void resume() {
        if (!over) {
            work();
        }
    }

    private void drained() {
        Guest present = guest;
        if (present != null) {
            reception.drained(present);
        }
        resume();
    }

    private void handle(Decoded decoded) {
        Guest present = guest;
        switch (decoded) {
            case Decoded.Frame(ClientFrame.Auth auth) when present == null -> authenticate(reception.admit(auth));
            case Decoded.Frame _, Decoded.Fault _
            when present == null ->
                connection.refuse(ErrorCode.UNAUTHENTICATED, "the first frame must be auth", CloseCode.UNAUTHENTICATED);
            case Decoded.Frame _, Decoded.Fault _ when !budget.take(System.nanoTime()) -> overBudget(decoded);
            case Decoded.Frame(ClientFrame frame) -> reception.dispatch(frame, present);
            case Decoded.Fault fault -> connection.say(ErrorFrames.of(fault.code(), fault.reason(), fault.ref()));
        }
    }

    private void overBudget(Decoded decoded) {
        String ref = switch (decoded) {
            case Decoded.Frame(ClientFrame frame) -> FrameRules.ref(frame);
            case Decoded.Fault fault -> fault.ref();
        };
        connection.say(ErrorFrames.of(ErrorCode.RATE_LIMITED, "too many frames: send this one again later", ref));
        if (budget.refused() > reception.settings().refusedFrames()) {
            connection.close(CloseCode.PROTOCOL_VIOLATION, "too many frames for too long");
        }
    }

    /** Lets a device in whose token came with the upgrade. */
    void arrive(Device device) {
        authenticate(reception.admit(device));
    }

    private void authenticate(Mono<Entrance.Verdict> verdict) {
        authenticating = true;
        authentication = verdict.subscribe(judged -> connection.execute(() -> judged(judged)));
    }

    private void judged(Entrance.Verdict verdict) {
        connection.heard();
        authenticating = false;
        switch (verdict) {
            case Entrance.Verdict.Refused(var error, String reason, var close) ->
                connection.refuse(error, reason, close);
            case Entrance.Verdict.Later(String reason, Duration after) -> connection.sendAway(reason, after);
            case Entrance.Verdict.Welcome(Device device) when over || connection.isClosing() -> reception.gone(device);
            case Entrance.Verdict.Welcome(Device device) -> guest = reception.welcome(device, connection);
        }
        resume();
    }

    /** The client closed, or is lost: both end here, once. */
    @Override
    protected void hookFinally(SignalType end) {
        over = true;
        Disposable underWay = authentication;
        if (underWay != null) {
            underWay.dispose();
        }
        Guest present = guest;
        if (present != null) {
            reception.leave(present);
        }
    }

    /** What a broken connection fails with is of no interest, but for a client that breaks the WebSocket itself. */
    @Override
    protected void hookOnError(Throwable failure) {
        if (failure instanceof TooLongFrameException || isTooLarge(failure)) {
            tooLarge();
        } else if (failure instanceof CorruptedWebSocketFrameException) {
            connection.close(CloseCode.PROTOCOL_VIOLATION, "this is no WebSocket");
        } else if (!(failure instanceof IOException || failure instanceof AbortedException)) {
            log.error("A connection failed", failure);
            connection.close(CloseCode.UNAVAILABLE, "something went wrong on our side");
        }
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof CorruptedWebSocketFrameException corrupted
                && corrupted.closeStatus().code() == CloseCode.FRAME_TOO_LARGE.code();
    }

    private void tooLarge() {
        connection.refuse(
                ErrorCode.FRAME_TOO_LARGE,
                "a WebSocket message may have "
                        + reception.settings().frameBytes().toBytes() + " bytes",
                CloseCode.FRAME_TOO_LARGE);
    }
}
