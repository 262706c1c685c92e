package app.parley.chat.session;

import app.parley.chat.message.MessageLog;
import app.parley.chat.message.Page;
import app.parley.chat.message.Position;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Message;
import app.parley.chat.routing.Nudge;
import app.parley.chat.routing.Parcel;
import app.parley.chat.routing.PersonalChange;
import app.parley.chat.routing.Receipt;
import app.parley.chat.routing.TypingNotice;
import app.parley.service.client.Backoff;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/**
 * A connected device. A message that comes while the device keeps up goes straight to it; whatever does not fit the
 * window is read from the log later, conversation by conversation, so that nothing is queued here. One read is under
 * way at most.
 */
public final class Session {

    private static final Logger log = LoggerFactory.getLogger(Session.class);

    private final Device device;
    private final Line line;
    private final MessageLog messages;
    private final SessionSettings settings;
    private final Backoff backoff;
    private final SessionMeters meters;

    private final Places places;
    private final ArrayDeque<Place> behind = new ArrayDeque<>(2);
    private int unsynced;
    private boolean syncing;
    private boolean ready;
    private boolean synced;
    private boolean reading;
    private boolean closed;

    Session(Device device, Line line, MessageLog messages, SessionSettings settings, SessionMeters meters) {
        this.device = device;
        this.line = line;
        this.messages = messages;
        this.settings = settings;
        this.backoff = new Backoff(settings.retryAfter(), settings.retryAtMost());
        this.meters = meters;
        this.places = new Places(settings.conversations());
    }

    public Device device() {
        return device;
    }

    Line line() {
        return line;
    }

    /** Asks what waits for the device, and sends it. Later calls find what this session was not told of. */
    public void sync() {
        if (beginSync()) {
            askWhatWaits();
        }
    }

    private synchronized boolean beginSync() {
        if (syncing) {
            return false;
        }
        syncing = true;
        return true;
    }

    private void askWhatWaits() {
        if (isClosed()) {
            return;
        }
        messages.pending(device).subscribe(this::waiting, failure -> retry("what waits", failure, this::askWhatWaits));
    }

    private synchronized void waiting(List<Position> positions) {
        backoff.reset();
        boolean first = !ready;
        ready = true;
        syncing = false;
        for (Position position : positions) {
            Place place = places.findOrAdd(position.conversation());
            if (!place.isKnown()) {
                place.locate(position.cursor(), position.head());
                place.takeHeld();
            }
            place.heardOf(position.head());
            if (first) {
                place.markUnsynced();
                unsynced++;
            }
            if (first || place.isBehind()) {
                want(place);
            }
        }
        pump();
    }

    /** Brings a signal to the device. */
    void deliver(Parcel parcel) {
        switch (parcel.signal()) {
            case Message message -> deliver(message, parcel);
            case Receipt _, TypingNotice _, PersonalChange _ -> line.passing(parcel);
        }
    }

    private synchronized void deliver(Message message, Parcel parcel) {
        Place place = places.find(message.conversation());
        if (place == null) {
            place = meet(message);
        }
        place.heardOf(message.seq());
        if (!place.isKnown()) {
            place.hold(parcel);
            want(place);
        } else if (message.seq() == place.sent() + 1 && !place.isQueued() && ready) {
            if (!offer(place, message, parcel)) {
                want(place);
            }
        } else if (message.seq() > place.sent()) {
            want(place);
        }
        pump();
    }

    /**
     * The device has not acknowledged in time. What it was not sent, it is sent now. What it was sent is sent again if the
     * line has taken it all: then either the client lost it, or it is slow, and knows it by its sequence number.
     */
    synchronized void nudge(Nudge nudge) {
        Place place = places.find(nudge.conversation());
        if (place == null) {
            place = places.add(nudge.conversation());
        }
        place.heardOf(nudge.head());
        if (nudge.again() && place.outstanding() > 0 && line.hasRoom()) {
            places.rewind(place);
            meters.sentAgain();
        }
        if (!place.isKnown() || place.isBehind()) {
            want(place);
        }
        pump();
    }

    /** The first message of a conversation says by itself that the device has nothing of it. */
    private Place meet(Message message) {
        Place place = places.add(message.conversation());
        if (message.seq() == 1) {
            place.locate(0, 1);
        }
        return place;
    }

    /** Sends a message if it fits. The device's own are not sent, but counted. */
    private boolean offer(Place place, Message message, Parcel parcel) {
        if (message.device().equals(device.device())) {
            places.pass(place, message.seq());
            return true;
        }
        if (places.outstanding() >= settings.window() || !line.hasRoom()) {
            meters.stalled();
            return false;
        }
        places.push(place, message.seq());
        line.message(parcel);
        meters.delivered();
        return true;
    }

    /**
     * The device has everything of a conversation up to and with this sequence number.
     *
     * @return whether that number is known to exist
     */
    public synchronized boolean acknowledge(UUID conversation, long seq) {
        Place place = places.find(conversation);
        if (place == null || !place.isKnown() || seq > place.sent()) {
            return false;
        }
        free(place, seq);
        return true;
    }

    /** As {@link #acknowledge}, for a number that the log has confirmed: the device read ahead by itself. */
    public synchronized void confirm(UUID conversation, long seq) {
        Place place = places.find(conversation);
        if (place != null && place.isKnown()) {
            place.heardOf(seq);
            free(place, seq);
        }
    }

    private void free(Place place, long seq) {
        places.acknowledge(place, seq);
        pump();
    }

    /** The line has room again. */
    public synchronized void drained() {
        pump();
    }

    synchronized void close() {
        closed = true;
        behind.clear();
        places.clear();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void want(Place place) {
        if (place.queue()) {
            behind.add(place);
        }
    }

    /** Reads the next stretch that is missing, if there is room for it and nothing is being read. */
    private void pump() {
        while (ready && !reading && !closed && !behind.isEmpty()) {
            Place place = behind.getFirst();
            if (!place.isKnown()) {
                locate(place);
            } else if (!place.isBehind()) {
                caughtUp(place);
            } else if (places.outstanding() < settings.window() && line.hasRoom()) {
                read(place);
            } else {
                return;
            }
        }
        if (ready && !synced && unsynced == 0) {
            synced = true;
            line.synced();
        }
    }

    private void caughtUp(Place place) {
        behind.removeFirst();
        place.unqueue();
        if (place.sync()) {
            unsynced--;
        }
    }

    private void locate(Place place) {
        reading = true;
        messages.standing(place.conversation, device)
                .subscribe(
                        standing -> located(place, standing.position()),
                        failure -> retry("a place", failure, this::resume));
    }

    private synchronized void located(Place place, Position position) {
        backoff.reset();
        reading = false;
        place.locate(position.cursor(), position.head());
        Parcel held = place.takeHeld();
        if (held != null && held.signal() instanceof Message message && message.seq() == place.sent() + 1) {
            offer(place, message, held);
        }
        pump();
    }

    private void read(Place place) {
        reading = true;
        int limit = Math.min(settings.page(), settings.window() - places.outstanding());
        long headNow = place.head();
        messages.messages(place.conversation, device.user(), Page.after(place.sent(), limit))
                .subscribe(
                        found -> found(place, found, found.size() < limit ? headNow : 0),
                        failure -> retry("messages", failure, this::resume));
    }

    /**
     * Sends what was read, as far as it fits.
     *
     * @param complete up to where there is nothing more than was found: what is not there was wiped
     */
    private synchronized void found(Place place, List<Message> found, long complete) {
        backoff.reset();
        reading = false;
        boolean fits = true;
        for (Message message : found) {
            place.heardOf(message.seq());
            fits = message.seq() <= place.sent() || offer(place, message, new Parcel(message));
            if (!fits) {
                break;
            }
        }
        if (fits) {
            places.pass(place, complete);
        }
        pump();
    }

    private synchronized void resume() {
        reading = false;
        pump();
    }

    private void retry(String what, Throwable failure, Runnable again) {
        log.warn("Reading {} for {} failed, trying again: {}", what, device, failure.toString());
        var _ = Schedulers.parallel().schedule(again, backoff.next().toMillis(), TimeUnit.MILLISECONDS);
    }
}
