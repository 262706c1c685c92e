package app.parley.faults.report;

import app.parley.faults.check.Violation;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Entry;
import app.parley.faults.record.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A table of what was broken and what came of it. A violation is counted with the whole run: it may show long after its
 * cause.
 */
public final class Report {

    private static final class Row {
        private int times;
        private long accepted;
        private long longestStop;
    }

    private record Delivery(String device, UUID conversation, long seq) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<Integer, Integer> closed = new TreeMap<>();
    private final Set<UUID> accepted = new HashSet<>();
    private final Set<Delivery> deliveries = new HashSet<>();
    private final List<Row> current = new ArrayList<>();
    private final List<Violation> violations;
    private int again;
    private long lastAccepted;

    public Report(List<Entry> record, List<Violation> violations) {
        this.violations = violations;
        record.forEach(this::count);
    }

    private void count(Entry entry) {
        switch (entry.event()) {
            case Event.FaultBegan fault -> {
                current.clear();
                current.add(rows.computeIfAbsent(fault.name() + " " + fault.target(), _ -> new Row()));
                current.getFirst().times++;
            }
            case Event.Accepted message -> {
                accepted.add(message.id());
                accepted(entry.nanos());
            }
            case Event.Refused refusal -> refused.merge(refusal.code(), 1, Integer::sum);
            case Event.Closed end -> closed.merge(end.code(), 1, Integer::sum);
            case Event.Received message -> {
                if (!deliveries.add(new Delivery(message.device(), message.conversation(), message.seq()))) {
                    again++;
                }
            }
            default -> {}
        }
    }

    private void accepted(long nanos) {
        for (Row row : current) {
            row.accepted++;
            row.longestStop = Math.max(row.longestStop, nanos - lastAccepted);
        }
        lastAccepted = nanos;
    }

    /** As Markdown. */
    public String markdown() {
        StringBuilder table = new StringBuilder("""
                | fault | times | accepted | longest stop of service |
                | --- | --- | --- | --- |
                """);
        rows.forEach((name, row) -> table.append(
                "| %s | %d | %d | %.1f s |%n".formatted(name, row.times, row.accepted, row.longestStop / 1e9)));
        return table.append("%nAll in all: %d accepted, %d lost, %d doubled, %d out of order, %d invented.%n"
                        .formatted(
                                accepted.size(),
                                count(Kind.LOST),
                                count(Kind.DOUBLED),
                                count(Kind.OUT_OF_ORDER),
                                count(Kind.INVENTED)))
                .append("%d deliveries, %d of them once more; sends refused with %s; connections closed with %s.%n"
                        .formatted(deliveries.size() + again, again, refused, closed))
                .toString();
    }

    private long count(Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }
}
