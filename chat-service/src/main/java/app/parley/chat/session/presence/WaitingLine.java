package app.parley.chat.session.presence;

import app.parley.chat.routing.Device;
import app.parley.chat.session.Reconnects;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Devices that wait to be admitted: first come, first served, and no more than a number of them. Whoever is sent away
 * holds a ticket with their place in the line, and those tickets count as taken places: nobody who comes later goes in
 * before, so that a device that holds on gets in.
 */
@Component
class WaitingLine {

    /** How long a device may be late. */
    private static final long TICKET_NANOS = Duration.ofSeconds(30).toNanos();

    /** So many tickets are remembered for each place; whoever is sent away beyond that starts anew. */
    private static final int TICKETS_PER_PLACE = 16;

    private final int places;
    private final Reconnects reconnects;
    private final Counter sentAway;
    private final TreeMap<Long, Arrival> waiting = new TreeMap<>();
    /** By device, the oldest first. */
    private final LinkedHashMap<UUID, Ticket> tickets = new LinkedHashMap<>();

    /** The numbers of the tickets. */
    private final TreeSet<Long> promised = new TreeSet<>();

    private final int atOnce;
    private long lastNumber;
    private long lastServed;
    private long nanosEach;

    private record Ticket(long number, long validUntil) {}

    WaitingLine(AdmissionSettings settings, Reconnects reconnects, MeterRegistry registry) {
        this.places = settings.queueSize();
        this.atOnce = settings.batchSize();
        this.reconnects = reconnects;
        this.sentAway = Counter.builder("parley.admissions.sent_away")
                .description("Devices that were told to come back later, since too many waited or nobody answered")
                .register(registry);
        Gauge.builder("parley.admissions.waiting", this, WaitingLine::length)
                .description("Devices that wait to be admitted")
                .register(registry);
    }

    synchronized int length() {
        return waiting.size();
    }

    /** Takes a place. If there is none, says when to come back. */
    synchronized @Nullable Duration join(Arrival arrival) {
        forgetWhoStaysAway();
        UUID device = arrival.device().device();
        Ticket ticket = tickets.get(device);
        long number = ticket == null ? ++lastNumber : ticket.number();
        if (!isNear(number)) {
            return sendAway(device, number);
        }
        giveBack(device);
        arrival.stand(number);
        waiting.put(number, arrival);
        return null;
    }

    /** Whether there is a place besides those that are kept for earlier ones; who is there is better than nobody. */
    private boolean isNear(long number) {
        if (waiting.size() < Math.min(atOnce, places)) {
            return true;
        }
        long free = places - waiting.size();
        return free > 0 && promised.headSet(number).stream().limit(free).count() < free;
    }

    /** Those whose turn it is, at most so many. */
    synchronized List<Arrival> next(int most) {
        List<Arrival> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            taken.add(waiting.pollFirstEntry().getValue());
        }
        return taken;
    }

    /** They went in, and it took so long. Who did not wait for it is the first again when they come back. */
    synchronized void served(List<Arrival> arrivals, long nanos) {
        for (Arrival arrival : arrivals) {
            lastServed = Math.max(lastServed, arrival.number());
            if (arrival.isAbandoned()) {
                keepPlace(arrival.device().device(), arrival.number(), Duration.ZERO);
            }
        }
        nanosEach = nanos / arrivals.size();
    }

    /** They did not go in, after so long: those who still wait are the first again. */
    synchronized void putBack(List<Arrival> arrivals, long nanos) {
        for (Arrival arrival : arrivals) {
            if (arrival.isAbandoned()) {
                keepPlace(arrival.device().device(), arrival.number(), Duration.ZERO);
            } else {
                waiting.put(arrival.number(), arrival);
            }
        }
        nanosEach = Math.max(nanosEach, nanos / arrivals.size());
    }

    /** One does not wait any longer: they keep their place, and are told when to come back. */
    synchronized Duration leave(Arrival arrival) {
        if (!waiting.remove(arrival.number(), arrival)) {
            return reconnects.oneOf(1);
        }
        return sendAway(arrival.device().device(), arrival.number());
    }

    /** Who waits. */
    synchronized List<Device> devices() {
        return waiting.values().stream().map(Arrival::device).toList();
    }

    private Duration sendAway(UUID device, long number) {
        sentAway.increment();
        Duration after = reconnects.behind(Math.max(0, number - lastServed), Duration.ofNanos(nanosEach));
        keepPlace(device, number, after);
        return after;
    }

    private void keepPlace(UUID device, long number, Duration after) {
        giveBack(device);
        if (tickets.size() < places * TICKETS_PER_PLACE) {
            tickets.put(device, new Ticket(number, System.nanoTime() + after.toNanos() + TICKET_NANOS));
            promised.add(number);
        }
    }

    private void giveBack(UUID device) {
        Ticket ticket = tickets.remove(device);
        if (ticket != null) {
            promised.remove(ticket.number());
        }
    }

    /** Only at the head: the others are seen to once those before them are gone. */
    private void forgetWhoStaysAway() {
        long now = System.nanoTime();
        var oldest = tickets.values().iterator();
        while (oldest.hasNext()) {
            Ticket ticket = oldest.next();
            if (ticket.validUntil() - now >= 0) {
                return;
            }
            oldest.remove();
            promised.remove(ticket.number());
        }
    }
}
