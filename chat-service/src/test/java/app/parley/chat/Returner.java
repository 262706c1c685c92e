package app.parley.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client that comes back whenever it was told to, until it is in. */
final class Returner implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern COME_BACK = Pattern.compile("\"reconnectAfterMs\":(\\d+)");

    private final int port;
    private final String token;
    private final CountDownLatch in;
    private final StringBuilder heard = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile int sentAway;
    private volatile long cameAt;
    private volatile long inAt;

    Returner(int port, String token, CountDownLatch in) {
        this.port = port;
        this.token = token;
        this.in = in;
    }

    /** When the door first opened, to wait behind it. */
    long cameAt() {
        return cameAt;
    }

    long inAt() {
        return inAt;
    }

    int sentAway() {
        return sentAway;
    }

    void come() {
        heard.setLength(0);
        var _ = HTTP.newWebSocketBuilder()
                .subprotocols("parley.v1+json")
                .buildAsync(URI.create("ws://localhost:" + port + "/v1/ws"), this)
                .thenAccept(opened -> {
                    socket = opened;
                    cameAt = cameAt == 0 ? System.nanoTime() : cameAt;
                    var _ = opened.sendText("{\"type\":\"auth\",\"token\":\"" + token + "\"}", true);
                });
    }

    void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        heard.append(data);
        if (inAt == 0 && heard.indexOf("\"welcome\"") >= 0) {
            inAt = System.nanoTime();
            in.countDown();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        Matcher hint = COME_BACK.matcher(heard);
        if (inAt == 0 && code == 4002 && hint.find()) {
            sentAway++;
            CompletableFuture.delayedExecutor(Long.parseLong(hint.group(1)), TimeUnit.MILLISECONDS)
                    .execute(this::come);
        }
        return null;
    }
}
