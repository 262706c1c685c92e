package app.parley.e2e;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Session;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A person who talks to another one and does not give up: a send without an answer is sent again with the same id, over
 * a new connection if need be, until it is accepted.
 */
final class Talker implements Runnable, AutoCloseable {

    private static final Duration BACK_OFF = Duration.ofMillis(300);

    private final PublicApi api;
    private final Session session;
    private final Account peer;
    private final AtomicLong totalAccepted;
    private final Map<UUID, Device.Log> logs = new ConcurrentHashMap<>();
    private final Map<UUID, Long> accepted = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Device device;
    private volatile @Nullable UUID conversation;

    Talker(PublicApi api, Account self, Account peer, AtomicLong totalAccepted) {
        this.api = api;
        this.session = api.login(self);
        this.peer = peer;
        this.totalAccepted = totalAccepted;
    }

    @Override
    public void run() {
        try {
            while (!pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(20, 80)))) {
                sayOnce(UUID.randomUUID());
            }
        } finally {
            leave();
        }
    }

    /** Says no more after the message under way has been accepted. */
    void stop() {
        stopped.countDown();
    }

    /** What this person was told to be accepted: id and place. */
    Map<UUID, Long> accepted() {
        return accepted;
    }

    @Nullable
    UUID conversation() {
        return conversation;
    }

    /** What this device has after it connected once more and everything came. */
    Device.Log settled(UUID of, long head) {
        try (Device last = Device.connect(api, session, logs, true)) {
            last.awaitMessages(of, head);
            return last.log(of);
        }
    }

    private void sayOnce(UUID id) {
        while (true) {
            try {
                var place = connected().send(id, peer.id(), id.toString());
                accepted.put(id, place.seq());
                conversation = place.conversation();
                totalAccepted.incrementAndGet();
                return;
            } catch (Device.Refused refused) {
                if (!refused.error.get("retryable").asBoolean()) {
                    throw refused;
                }
                backOff();
            } catch (RuntimeException | AssertionError broken) {
                leave();
                backOff();
            }
        }
    }

    private Device connected() {
        Device current = device;
        if (current == null || current.closed().isDone()) {
            leave();
            current = Device.connect(api, session, logs, true);
            device = current;
        }
        return current;
    }

    private void leave() {
        Device current = device;
        device = null;
        if (current != null) {
            current.vanish();
        }
    }

    private void backOff() {
        long unit = BACK_OFF.toMillis();
        boolean unused = pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(unit, 2 * unit)));
    }

    /** A person's pause; true if it is time to stop. */
    private boolean pause(Duration duration) {
        try {
            return stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        stop();
        leave();
    }
}
