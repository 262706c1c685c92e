package app.parley.cli.client;

import app.parley.cli.frame.ClientFrame;
import app.parley.cli.frame.FrameCodec;
import app.parley.cli.frame.ServerFrame;
import app.parley.cli.session.ApiProblem;
import app.parley.cli.session.Session;
import app.parley.cli.session.Unreachable;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Keeps this device connected: calls, notices a server that has gone silent, and calls again as the close code and
 * {@code bye} say. Lives on the event loop.
 */
final class Connection implements Socket.Events {

    /** After so many refused tokens in a row the session is taken to be over. */
    private static final int TOKENS_TO_TRY = 3;

    private final HttpClient http;
    private final URI uri;
    private final Session session;
    private final EventLoop loop;
    private final Listener listener;
    private final Backoff backoff;
    private @Nullable Socket socket;
    private @Nullable Heartbeat heartbeat;
    private @Nullable Duration hint;
    private String token = "";
    private int refusedTokens;
    private boolean online;
    private boolean stopped;

    Connection(HttpClient http, URI server, Session session, EventLoop loop, Backoff backoff, Listener listener) {
        this.http = http;
        this.uri = socketAddress(server);
        this.session = session;
        this.loop = loop;
        this.backoff = backoff;
        this.listener = listener;
    }

    private static URI socketAddress(URI server) {
        String scheme = "https".equals(server.getScheme()) ? "wss" : "ws";
        return URI.create(scheme + "://" + server.getAuthority() + "/v1/ws");
    }

    /** Who is told. */
    interface Listener {

        void state(ConnectionState state);

        /** The first frame of a connection is a {@code welcome}. */
        void frame(ServerFrame frame);

        /** The connection ended because the server found what was sent last too large. */
        void lastWasTooLarge();
    }

    boolean online() {
        return online;
    }

    void start() {
        listener.state(new ConnectionState.Connecting());
        Thread.ofVirtual().name("parley-token").start(() -> {
            try {
                String next = session.token();
                loop.execute(() -> call(next));
            } catch (ApiProblem e) {
                loop.execute(() -> noToken(e));
            } catch (Unreachable e) {
                loop.execute(() -> retry("the server does not answer"));
            }
        });
    }

    void send(List<? extends ClientFrame> frames) {
        if (online && socket != null) {
            socket.send(frames);
        }
    }

    /** Ends it for good. */
    CompletableFuture<?> stop() {
        stopped = true;
        Socket last = socket;
        lost();
        return last == null ? CompletableFuture.completedFuture(null) : last.close();
    }

    private void call(String nextToken) {
        if (stopped) {
            return;
        }
        token = nextToken;
        socket = Socket.open(http, uri, nextToken, loop, this);
    }

    private void noToken(ApiProblem problem) {
        if (problem.status() == 401) {
            session.forget();
            end(Outcome.LOGGED_OUT, "The session has ended.");
        } else {
            retry(problem.getMessage());
        }
    }

    @Override
    public void opened(Socket opened) {
        heartbeat = new Heartbeat(
                loop,
                () -> opened.send(List.of(new ClientFrame.Ping())),
                () -> opened.abort("the server has gone silent"));
    }

    @Override
    public void refused(Socket refused, int status, String reason) {
        lost();
        if (status == 401) {
            tokenRefused("The server does not take this session.");
        } else {
            retry(reason);
        }
    }

    @Override
    public void heard(Socket from) {
        if (heartbeat != null) {
            heartbeat.heard();
        }
    }

    @Override
    public void message(Socket from, String text) {
        heard(from);
        List<ServerFrame> frames;
        try {
            frames = FrameCodec.read(text);
        } catch (JacksonException e) {
            from.abort("the server said something that is not the protocol's");
            return;
        }
        frames.forEach(this::frame);
    }

    private void frame(ServerFrame frame) {
        if (frame instanceof ServerFrame.Welcome welcome) {
            welcome(welcome);
        } else if (frame instanceof ServerFrame.Bye bye) {
            hint = Duration.ofMillis(Math.max(0, bye.reconnectAfterMs()));
        } else if (frame instanceof ServerFrame.Synced) {
            backoff.reset();
        }
        listener.frame(frame);
    }

    private void welcome(ServerFrame.Welcome welcome) {
        online = true;
        refusedTokens = 0;
        if (heartbeat != null) {
            heartbeat.every(Duration.ofSeconds(Math.max(1, welcome.heartbeat())));
        }
        listener.state(new ConnectionState.Online());
    }

    @Override
    public void closed(Socket closed, int code, String reason) {
        lost();
        String said = reason.isBlank() ? "the connection was closed (" + code + ")" : reason;
        switch (AfterClose.of(code)) {
            case RECONNECT -> retry(said);
            case RECONNECT_WITHOUT_LAST -> {
                listener.lastWasTooLarge();
                retry(said);
            }
            case REFRESH -> tokenRefused(said);
            case LOG_IN -> {
                session.forget();
                end(Outcome.LOGGED_OUT, "This session was revoked.");
            }
            case REPLACED -> end(Outcome.REPLACED, "This device is connected elsewhere.");
            case GIVE_UP -> end(Outcome.FAILED, "The server closed for good: " + said + ".");
        }
    }

    private void tokenRefused(String reason) {
        session.refused(token);
        refusedTokens++;
        if (refusedTokens >= TOKENS_TO_TRY) {
            end(Outcome.LOGGED_OUT, reason);
        } else if (refusedTokens == 1) {
            start();
        } else {
            retry(reason);
        }
    }

    private void retry(String reason) {
        if (stopped) {
            return;
        }
        Duration delay = backoff.next();
        if (hint != null) {
            delay = backoff.jittered(hint);
            hint = null;
        }
        listener.state(new ConnectionState.Waiting(delay, reason));
        loop.after(delay, this::startUnlessStopped);
    }

    private void startUnlessStopped() {
        if (!stopped) {
            start();
        }
    }

    private void end(Outcome outcome, String reason) {
        stopped = true;
        listener.state(new ConnectionState.Ended(outcome, reason));
    }

    private void lost() {
        online = false;
        socket = null;
        if (heartbeat != null) {
            heartbeat.stop();
            heartbeat = null;
        }
    }
}
