package app.parley.faults.workload;

import app.parley.faults.record.Event;
import app.parley.faults.record.Recorder;
import app.parley.faults.workload.Api.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person's device, that comes and goes, sends and acknowledges as its plan and the protocol page say. */
final class Device implements Runnable {

    /** How often it looks whether there is something to do. */
    static final Duration BEAT = Duration.ofMillis(100);

    private final String name;
    private final Person owner;
    private final List<Person> peers;
    private final Suite suite;
    private final RandomGenerator random;
    private final Recorder recorder;
    private final Habits habits;
    private final Outbox outbox = new Outbox();
    private final Backoff backoff;
    private Inbox inbox = new Inbox(true);
    private int lives = 1;
    private int connections;
    private int written;
    private volatile boolean sends = true;
    private volatile boolean stays;
    private volatile boolean ends;
    private volatile boolean synced;
    private volatile boolean last;
    private volatile boolean restarts;
    private volatile long awayUntil = System.nanoTime();
    private boolean left;
    private boolean leftByItself;
    private long hintMillis = -1;
    private @Nullable Session session;
    private @Nullable Socket abandoned;

    /** Where the suite is, and how to call it. */
    record Suite(HttpClient http, Api api, List<URI> gateways) {}

    Device(String name, Person owner, List<Person> peers, Suite suite, Recorder recorder, Habits habits) {
        this.name = name;
        this.owner = owner;
        this.peers = peers;
        this.suite = suite;
        this.recorder = recorder;
        this.habits = habits;
        this.random = habits.random();
        this.backoff = new Backoff(random);
    }

    /** The name of its present life. */
    private String life() {
        return lives == 1 ? name : name + "." + lives;
    }

    void login() throws InterruptedException, Api.Refusal {
        Session before = session;
        Session now = suite.api().login(gateway(), owner.handle(), before == null ? null : before.device());
        synchronized (this) {
            if (before != null && !before.device().equals(now.device())) {
                lives++;
                inbox = new Inbox(false);
            }
            session = now;
        }
        recorder.note(new Event.LoggedIn(life(), owner.name(), now.device()));
    }

    Person owner() {
        return owner;
    }

    /** No new messages from now on, and no going away. */
    void comeToRest() {
        sends = false;
        stays = true;
    }

    void end() {
        ends = true;
    }

    /** Leaves, and comes back when the time is over. */
    void stayAway(Duration time) {
        awayUntil = System.nanoTime() + time.toNanos();
    }

    /** Leaves, and comes back as soon as the protocol lets it. */
    void reconnect() {
        restarts = true;
    }

    private boolean isAway() {
        return awayUntil - System.nanoTime() > 0;
    }

    /** Connects once more. Whatever comes from now on had been acknowledged before. */
    synchronized void expectNothing() {
        last = true;
        synced = false;
        restarts = true;
    }

    synchronized boolean isAtRest() {
        return synced && outbox.size() == 0;
    }

    synchronized Map<UUID, Long> cursors() {
        return inbox.cursors();
    }

    @Override
    public void run() {
        try {
            while (!ends) {
                connect();
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            vanishFromOldNetwork();
        }
    }

    private void connect() throws InterruptedException {
        int connection = next();
        int code = 0;
        hintMillis = -1;
        restarts = false;
        try {
            if (session == null) {
                login();
            }
            Socket socket = new Socket(
                    suite.http(),
                    gateway(),
                    Objects.requireNonNull(session).accessToken(),
                    frame -> take(frame, connection));
            vanishFromOldNetwork();
            code = live(socket, connection);
            leave();
            depart(socket, code);
        } catch (CompletionException refused) {
            code = isUnauthorised(refused) ? 4501 : 0;
            hintMillis = hint(refused);
        } catch (Api.Refusal refused) {
            code = 0;
        }
        leave();
        recorder.note(new Event.Closed(life(), connection, code));
        afterClose(code);
        leftByItself = code == Event.Closed.LEFT;
    }

    /** On another network it is a while until the server learns that the old connection is dead. */
    private void depart(Socket socket, int code) {
        if (code == Event.Closed.LEFT && !ends && !isAway() && habits.changesNetworkNow()) {
            abandoned = socket;
            hintMillis = 0;
        } else {
            socket.vanish();
        }
    }

    private void vanishFromOldNetwork() {
        if (abandoned != null) {
            abandoned.vanish();
            abandoned = null;
        }
    }

    private synchronized int next() {
        left = false;
        return ++connections;
    }

    /** From now on the connection is none, whatever still comes on it. */
    private synchronized void leave() {
        if (!left && !stays && habits.forgetsNow()) {
            recorder.note(new Event.Forgot(life()));
            inbox.forget();
        }
        left = true;
        synced = false;
    }

    private static boolean isUnauthorised(CompletionException refused) {
        return refused.getCause() instanceof WebSocketHandshakeException handshake
                && handshake.getResponse().statusCode() == 401;
    }

    /** When to come back, as the server said it with its refusal; in milliseconds, or -1. */
    private static long hint(CompletionException refused) {
        return refused.getCause() instanceof WebSocketHandshakeException handshake
                ? handshake.getResponse().headers().firstValueAsLong("Retry-After").stream()
                        .map(seconds -> seconds * 1000)
                        .findFirst()
                        .orElse(-1)
                : -1;
    }

    private int live(Socket socket, int connection) throws InterruptedException {
        synchronized (this) {
            outbox.sayAgain();
            inbox.sayAgain();
        }
        long leaving = System.nanoTime() + habits.online().toNanos();
        while (!ends && !restarts && !isAway() && (stays || System.nanoTime() < leaving)) {
            if (!socket.answers()) {
                return Socket.BROKEN;
            }
            beat(socket, connection);
            try {
                return socket.closed().get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException goesOn) {
                // it is open, and there may be something to say
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return Event.Closed.LEFT;
    }

    private synchronized void beat(Socket socket, int connection) {
        if (sends && synced && outbox.size() < 8 && habits.sendsNow()) {
            Person to = peers.get(random.nextInt(peers.size()));
            outbox.write(random, to.name(), to.id(), name + " " + ++written);
        }
        for (Outbox.Draft draft : outbox.takeDue()) {
            recorder.note(new Event.Sent(life(), draft.to(), draft.id(), draft.text()));
            socket.write(Map.of(
                    "type", "send",
                    "id", draft.id(),
                    "to", Map.of("user", draft.user()),
                    "content", Map.of("type", "text", "text", draft.text())));
        }
        if (stays || habits.acknowledgesNow()) {
            boolean read = habits.readsNow();
            inbox.acknowledge().forEach((conversation, seq) -> {
                recorder.note(new Event.Acknowledged(life(), conversation, seq, connection));
                socket.write(Map.of("type", read ? "read" : "ack", "conversation", conversation, "seq", seq));
            });
        }
    }

    private synchronized void take(JsonNode frame, int connection) {
        if (connection != connections || left) {
            return; // it was given up: what it still brings is as good as lost on the way
        }
        switch (frame.path("type").asString()) {
            case "welcome" -> recorder.note(new Event.Welcomed(life(), connection));
            case "synced" -> {
                synced = true;
                backoff.reset();
                recorder.note(new Event.Synced(life(), connection));
            }
            case "accepted" -> {
                UUID id = id(frame, "id");
                recorder.note(new Event.Accepted(
                        life(), id, id(frame, "conversation"), frame.get("seq").asLong()));
                inbox.fillOwn(id(frame, "conversation"), frame.get("seq").asLong());
                outbox.answered(id);
            }
            case "message" -> message(frame, connection);
            case "error" -> refused(frame);
            case "bye" -> hintMillis = frame.path("reconnectAfterMs").asLong();
            default -> {} // receipts, presence and what is newer than this client
        }
    }

    private void message(JsonNode frame, int connection) {
        UUID conversation = id(frame, "conversation");
        long seq = frame.get("seq").asLong();
        if (last) {
            recorder.note(new Event.Waiting(life(), conversation, seq));
        }
        recorder.note(new Event.Received(
                life(),
                conversation,
                seq,
                id(frame, "id"),
                frame.at("/content/text").asString(),
                connection));
        inbox.fill(conversation, seq);
    }

    private void refused(JsonNode frame) {
        String reference = frame.path("ref").asString("");
        if (reference.equals("ack") || reference.equals("read")) {
            inbox.sayAgain();
        }
        if (reference.length() != 36) {
            return;
        }
        UUID id = UUID.fromString(reference);
        boolean retryable = frame.path("retryable").asBoolean();
        recorder.note(new Event.Refused(life(), id, frame.path("code").asString(), retryable));
        if (retryable) {
            outbox.again(id);
        } else {
            outbox.answered(id);
        }
    }

    /**
     * The close code decides what comes next. A device has one connection at a time and keeps to the rate, so 4503 and
     * 4504 never come to it; if they do, it connects again, and the report counts them.
     */
    private void afterClose(int code) throws InterruptedException {
        Session current = session;
        if (current == null) {
            return;
        }
        try {
            switch (code) {
                case 4500, 4502 -> login();
                case 4501 -> session = suite.api().refresh(gateway(), current);
                default -> {}
            }
        } catch (Api.Refusal refused) {
            if (refused.status() == 401) {
                tryLogin();
            }
        }
    }

    private void tryLogin() throws InterruptedException {
        try {
            login();
        } catch (Api.Refusal later) {
            hintMillis = -1; // the next connection is refused as well, and comes here again
        }
    }

    private void pause() throws InterruptedException {
        if (ends) {
            return;
        }
        if (isAway()) {
            recorder.note(new Event.Closed(life(), connections, Event.Closed.LEFT)); // whatever became of it before
            Thread.sleep(Duration.ofNanos(awayUntil - System.nanoTime()));
        }
        Duration away = hintMillis >= 0 ? Duration.ofMillis(hintMillis) : backoff.next();
        Thread.sleep(leftByItself && !stays && hintMillis < 0 ? away.plus(habits.away()) : away);
    }

    private URI gateway() {
        return suite.gateways().get(random.nextInt(suite.gateways().size()));
    }

    private static UUID id(JsonNode frame, String field) {
        return UUID.fromString(frame.get(field).asString());
    }
}
