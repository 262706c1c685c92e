package app.parley.faults.workload;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One WebSocket connection: frames in, frames out, and how it ended. */
final class Socket {

    /** The code of a connection that broke without a word. */
    static final int BROKEN = 1006;

    /** As long as common clients wait for an answer. */
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Duration DEAD = Duration.ofSeconds(24);

    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Consumer<JsonNode> frames;
    private final WebSocket webSocket;
    private volatile long heard = System.nanoTime();
    private volatile long asked = heard;
    private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);

    /** Connects; throws {@link java.util.concurrent.CompletionException} if the server does not. */
    Socket(HttpClient http, URI gateway, String token, Consumer<JsonNode> frames) {
        this.frames = frames;
        URI address = URI.create(gateway.toString().replaceFirst("^http", "ws") + "/v1/ws");
        this.webSocket = http.newWebSocketBuilder()
                .connectTimeout(HANDSHAKE)
                .header("Authorization", "Bearer " + token)
                .subprotocols("parley.v1+json")
                .buildAsync(address, new Reader())
                .join();
    }

    /** Completed with the close code. */
    CompletableFuture<Integer> closed() {
        return closed;
    }

    synchronized void write(Object frame) {
        String text = Api.JSON.writeValueAsString(frame);
        writing = writing.thenCompose(_ -> webSocket.sendText(text, true)).whenComplete((_, failure) -> {
            if (failure != null) {
                closed.complete(BROKEN);
            }
        });
    }

    /** Whether the line is not dead. After a while of silence it asks. */
    boolean answers() {
        long now = System.nanoTime();
        if (now - heard > SILENCE.toNanos() && now - asked > SILENCE.toNanos()) {
            asked = now;
            write(Map.of("type", "ping"));
        }
        return now - heard < DEAD.toNanos();
    }

    /** Leaves without a word, as a phone in a tunnel does. */
    void vanish() {
        webSocket.abort();
        closed.complete(BROKEN);
    }

    /** Puts the pieces of a message together, and takes a frame or an array of them. */
    private final class Reader implements WebSocket.Listener {

        private final StringBuilder pieces = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard = System.nanoTime();
            pieces.append(data);
            if (last) {
                take(pieces.toString());
                pieces.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode read = Api.JSON.readTree(message);
                if (read.isArray()) {
                    read.forEach(frames);
                } else {
                    frames.accept(read);
                }
            } catch (JacksonException e) {
                throw new IllegalStateException("not the protocol: " + message, e);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(BROKEN);
        }
    }
}
