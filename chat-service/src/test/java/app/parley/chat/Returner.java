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

/** A client that comes back until it is in: when it was told to, and otherwise after a second. */
final class Returner implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long UNASKED = 1_000;
    private static final Pattern COME_BACK = Pattern.compile("\"reconnectAfterMs\":(\\d+)");

    private final int port;
    private final String token;
    private final CountDownLatch in;
    private final StringBuilder heard = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile int sentAway;
    private volatile boolean isIn;

    Returner(int port, String token, CountDownLatch in) {
        this.port = port;
        this.token = token;
        this.in = in;
    }

    int sentAway() {
        return sentAway;
    }

    void come() {
        heard.setLength(0);
        var _ = HTTP.newWebSocketBuilder()
                .subprotocols("parley.v1+json")
                .buildAsync(URI.create("ws://localhost:" + port + "/v1/ws"), this)
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        comeBack(UNASKED);
                        return;
                    }
                    socket = opened;
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
        if (!isIn && heard.indexOf("\"welcome\"") >= 0) {
            isIn = true;
            in.countDown();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        Matcher hint = COME_BACK.matcher(heard);
        if (code == 4002 && hint.find()) {
            sentAway++;
            comeBack(Long.parseLong(hint.group(1)));
        } else {
            comeBack(UNASKED);
        }
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        comeBack(UNASKED);
    }

    private void comeBack(long millis) {
        if (!isIn) {
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(this::come);
        }
    }
}
