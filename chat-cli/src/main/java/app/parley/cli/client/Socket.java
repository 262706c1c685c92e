package app.parley.cli.client;

import app.parley.cli.frame.ClientFrame;
import app.parley.cli.frame.FrameCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One WebSocket connection. Tells what happens on the given executor, and nothing after its end. */
final class Socket {

    static final String SUBPROTOCOL = "parley.v1+json";

    /** The code for a connection that broke without a closing handshake. */
    static final int BROKEN = 1006;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Executor executor;
    private final Events events;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);
    private @Nullable WebSocket webSocket;
    private boolean ended;

    private Socket(Executor executor, Events events) {
        this.executor = executor;
        this.events = events;
    }

    /** What can happen to a socket. */
    interface Events {

        /** The upgrade succeeded. */
        void opened(Socket socket);

        /** The upgrade was refused with this HTTP status, or 0 if there was no answer. */
        void refused(Socket socket, int status, String reason);

        void message(Socket socket, String text);

        /** The other side gave a sign of life. */
        void heard(Socket socket);

        void closed(Socket socket, int code, String reason);
    }

    /** Calls the server. To be used on the executor's thread only, like all methods. */
    static Socket open(HttpClient http, URI uri, String token, Executor executor, Events events) {
        Socket socket = new Socket(executor, events);
        var _ = http.newWebSocketBuilder()
                .subprotocols(SUBPROTOCOL)
                .header("Authorization", "Bearer " + token)
                .connectTimeout(CONNECT_TIMEOUT)
                .buildAsync(uri, socket.new Listener())
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        executor.execute(() -> socket.failed(failure));
                    }
                });
        return socket;
    }

    void send(List<? extends ClientFrame> frames) {
        WebSocket current = webSocket;
        if (ended || current == null || frames.isEmpty()) {
            return;
        }
        String text = FrameCodec.write(frames);
        lastSend = lastSend.thenCompose(sent -> current.sendText(text, true)).whenComplete((sent, failure) -> {
            if (failure != null) {
                executor.execute(() -> end(BROKEN, "cannot send"));
            }
        });
    }

    /** Says goodbye, once everything is sent. The answer is complete when that has been said. */
    CompletableFuture<?> close() {
        ended = true;
        WebSocket current = webSocket;
        return current == null
                ? CompletableFuture.completedFuture(null)
                : lastSend.thenCompose(sent -> current.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    }

    /** Hangs up without a word, as on a server that is not there any more. */
    void abort(String reason) {
        WebSocket current = webSocket;
        if (current != null) {
            current.abort();
        }
        end(BROKEN, reason);
    }

    private void failed(Throwable failure) {
        ended = true;
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        int status = cause instanceof WebSocketHandshakeException handshake
                ? handshake.getResponse().statusCode()
                : 0;
        events.refused(this, status, status == 0 ? "the server does not answer" : "the server answered " + status);
    }

    private void opened(WebSocket opened) {
        if (ended) {
            opened.abort();
        } else {
            webSocket = opened;
            events.opened(this);
        }
    }

    private void end(int code, String reason) {
        if (!ended) {
            ended = true;
            events.closed(this, code, reason);
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        /** Comes before everything else, which the answer to the call does not. */
        @Override
        public void onOpen(WebSocket socket) {
            executor.execute(() -> opened(socket));
            socket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String message = parts.toString();
                parts.setLength(0);
                tell(() -> events.message(Socket.this, message));
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            tell(() -> events.heard(Socket.this));
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            executor.execute(() -> end(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            executor.execute(() -> end(BROKEN, "the connection broke"));
        }

        private void tell(Runnable event) {
            executor.execute(() -> {
                if (!ended) {
                    event.run();
                }
            });
        }
    }
}
