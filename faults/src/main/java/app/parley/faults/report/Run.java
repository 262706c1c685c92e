package app.parley.faults.report;

import app.parley.faults.check.Violation;
import app.parley.faults.record.Entry;
import app.parley.faults.record.Event;
import app.parley.faults.report.Report.Row;
import app.parley.faults.report.Report.Totals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Counts one run into the rows of the faults that it injected. */
final class Run {

    private record Delivery(String device, UUID conversation, long seq) {}

    private final Map<String, Row> rows;
    private final Totals totals;
    private final Map<UUID, Long> written = new HashMap<>();
    private final Map<String, Long> welcomed = new HashMap<>();
    private final Map<String, Long> cutOff = new HashMap<>();
    private final Set<UUID> accepted = new HashSet<>();
    private final Set<Delivery> deliveries = new HashSet<>();
    private final Set<String> pushes = new HashSet<>();
    private final Set<Integer> broken = new HashSet<>();
    private final NavigableMap<Long, List<Row>> current = new TreeMap<>(Map.of(Long.MIN_VALUE, List.of()));
    private long lastAccepted;
    private long last;

    Run(Map<String, Row> rows, Totals totals) {
        this.rows = rows;
        this.totals = totals;
        totals.began();
    }

    /** The faults during which, or after which, the message of a violation was sent. */
    List<Row> rowsAt(Violation violation) {
        return violation.life().stream()
                .filter(entry -> entry.event() instanceof Event.Sent)
                .findFirst()
                .map(sent -> current.floorEntry(sent.nanos()).getValue())
                .orElse(List.of());
    }

    void count(Entry entry) {
        long now = entry.nanos();
        totals.ran(now - last);
        last = now;
        switch (entry.event()) {
            case Event.FaultBegan fault -> began(fault, now);
            case Event.FaultHealed fault -> broken.remove(fault.number());
            case Event.Sent message -> written.putIfAbsent(message.id(), now);
            case Event.Welcomed greeting -> welcomed(greeting.device(), now);
            case Event.Accepted message -> accepted(message, now);
            case Event.Refused refusal -> totals.refused(refusal);
            case Event.Closed end -> closed(end, now);
            case Event.Received message ->
                totals.delivered(
                        !deliveries.add(new Delivery(message.device(), message.conversation(), message.seq())));
            case Event.Pushed push -> totals.pushed(!pushes.add(push.key()));
            default -> {}
        }
    }

    /** Two faults at once share what comes of them. */
    private void began(Event.FaultBegan fault, long now) {
        Row row = rows.computeIfAbsent(fault.name() + " " + fault.target(), _ -> new Row());
        row.began();
        List<Row> together = new ArrayList<>(
                broken.isEmpty() ? List.of() : current.lastEntry().getValue());
        together.add(row);
        broken.add(fault.number());
        current.put(now, together);
    }

    /** What counts is the time since the connection that worked, however many failed in between. */
    private void closed(Event.Closed end, long now) {
        totals.closed(end);
        if (end.code() == Event.Closed.LEFT) {
            cutOff.remove(end.device());
        } else {
            cutOff.putIfAbsent(end.device(), now);
        }
    }

    private void welcomed(String device, long now) {
        welcomed.put(device, now);
        Long since = cutOff.remove(device);
        if (since != null) {
            current.lastEntry().getValue().forEach(row -> row.returned(now - since));
        }
    }

    /** The time that the sender was away does not count as waiting. */
    private void accepted(Event.Accepted message, long now) {
        if (!accepted.add(message.id())) {
            return;
        }
        totals.accepted();
        long since = Math.max(written.getOrDefault(message.id(), now), welcomed.getOrDefault(message.device(), 0L));
        current.lastEntry().getValue().forEach(row -> row.accepted(now - lastAccepted, now - since));
        lastAccepted = now;
    }
}
