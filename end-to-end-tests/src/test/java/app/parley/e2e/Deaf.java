package app.parley.e2e;

import app.parley.e2e.PublicApi.Session;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.Map;

/** A client that logs in and then never reads again. */
final class Deaf implements WebSocket.Listener {

    private Deaf() {}

    static WebSocket connect(PublicApi api, Session session) {
        URI uri = URI.create(api.gateway().toString().replaceFirst("^http", "ws") + "/v1/ws");
        WebSocket socket = api.http()
                .newWebSocketBuilder()
                .subprotocols("parley.v1+json")
                .buildAsync(uri, new Deaf())
                .join();
        String auth = PublicApi.json.writeValueAsString(Map.of("type", "auth", "token", session.accessToken()));
        return socket.sendText(auth, true).join();
    }

    /** Asks for nothing: the JDK's client then reads nothing from the connection. */
    @Override
    public void onOpen(WebSocket socket) {}
}
