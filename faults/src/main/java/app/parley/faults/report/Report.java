package app.parley.faults.report;

import app.parley.faults.check.Violation;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Entry;
import app.parley.faults.record.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of what was broken and what came of it, over one run or several. A violation stands with the fault during which, or
 * after which, its message was sent: its cause may be another one.
 */
public final class Report {

    private final Map<String, Row> rows = new TreeMap<>();
    private final Totals totals = new Totals();

    /** Adds a run. */
    public void add(List<Entry> record, List<Violation> violations) {
        Run run = new Run(rows, totals);
        record.forEach(run::count);
        violations.forEach(violation -> {
            totals.violated(violation.kind());
            run.rowsAt(violation).forEach(row -> row.violated(violation.kind()));
        });
    }

    /** As Markdown. */
    public String markdown() {
        String table = rows.entrySet().stream()
                .map(row -> row.getValue().markdown(row.getKey()))
                .collect(Collectors.joining("\n"));
        return """
                | fault | times | accepted | lost | doubled | out of order | longest stop of service | longest wait of a message | longest return of a client |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                %s

                %s""".formatted(table, totals.markdown());
    }

    /** One row: a fault and its target. */
    static final class Row {

        private final Map<Kind, Integer> violated = new TreeMap<>();
        private int times;
        private long accepted;
        private long longestStop;
        private long longestWait;
        private long longestReturn;

        void began() {
            times++;
        }

        void accepted(long stop, long wait) {
            accepted++;
            longestStop = Math.max(longestStop, stop);
            longestWait = Math.max(longestWait, wait);
        }

        void returned(long time) {
            longestReturn = Math.max(longestReturn, time);
        }

        void violated(Kind kind) {
            violated.merge(kind, 1, Integer::sum);
        }

        private String markdown(String name) {
            return Stream.of(
                            name,
                            times,
                            accepted,
                            violated.getOrDefault(Kind.LOST, 0),
                            violated.getOrDefault(Kind.DOUBLED, 0),
                            violated.getOrDefault(Kind.OUT_OF_ORDER, 0),
                            "%.1f s".formatted(longestStop / 1e9),
                            "%.1f s".formatted(longestWait / 1e9),
                            "%.1f s".formatted(longestReturn / 1e9))
                    .map(Object::toString)
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }
    }

    /** The lines under the table. */
    static final class Totals {

        private final Map<Kind, Integer> violated = new TreeMap<>();
        private final Map<String, Integer> refused = new TreeMap<>();
        private final Map<Integer, Integer> closed = new TreeMap<>();
        private long nanos;
        private int runs;
        private int accepted;
        private int deliveries;
        private int again;
        private int pushes;
        private int pushesAgain;

        void violated(Kind kind) {
            violated.merge(kind, 1, Integer::sum);
        }

        void refused(Event.Refused refusal) {
            refused.merge(refusal.code(), 1, Integer::sum);
        }

        void closed(Event.Closed end) {
            closed.merge(end.code(), 1, Integer::sum);
        }

        void ran(long time) {
            nanos += time;
        }

        void began() {
            runs++;
        }

        void accepted() {
            accepted++;
        }

        void delivered(boolean before) {
            deliveries++;
            again += before ? 1 : 0;
        }

        void pushed(boolean before) {
            pushes++;
            pushesAgain += before ? 1 : 0;
        }

        private String markdown() {
            List<String> lines = new ArrayList<>();
            lines.add("%d runs of %.1f minutes in total: %d messages accepted; violations: %s."
                    .formatted(runs, nanos / 60e9, accepted, violated.isEmpty() ? "none" : violated));
            lines.add("%d deliveries, %d of them once more; %d pushes, %d of them once more with the same key."
                    .formatted(deliveries, again, pushes, pushesAgain));
            lines.add("Sends refused with %s; connections closed with %s.".formatted(refused, closed));
            return String.join("\n", lines) + "\n";
        }
    }
}
