package app.parley.faults.report;

import app.parley.faults.check.Violation;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Entry;
import app.parley.faults.record.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Violation> violations;
    private long accepted;

    public Report(List<Entry> record, List<Violation> violations) {
        this.violations = violations;
        List<Row> current = new ArrayList<>();
        long lastAccepted = 0;
        for (Entry entry : record) {
            switch (entry.event()) {
                case Event.FaultBegan fault -> {
                    current.clear();
                    current.add(rows.computeIfAbsent(fault.name() + " " + fault.target(), _ -> new Row()));
                    current.getFirst().times++;
                }
                case Event.Accepted _ -> {
                    accepted++;
                    long stop = entry.nanos() - lastAccepted;
                    current.forEach(row -> {
                        row.accepted++;
                        row.longestStop = Math.max(row.longestStop, stop);
                    });
                    lastAccepted = entry.nanos();
                }
                default -> {}
            }
        }
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
                                accepted,
                                count(Kind.LOST),
                                count(Kind.DOUBLED),
                                count(Kind.OUT_OF_ORDER),
                                count(Kind.INVENTED)))
                .toString();
    }

    private long count(Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }
}
