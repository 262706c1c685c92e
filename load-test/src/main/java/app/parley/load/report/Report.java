package app.parley.load.report;

import app.parley.load.cost.Profiler;
import app.parley.load.run.Observer;
import app.parley.load.run.Phase;
import app.parley.load.run.Result;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A result, written out. */
public final class Report {

    private static final int PROFILE_LINES = 10;

    private final boolean markdown;

    /** @param markdown for a document instead of for a terminal */
    public Report(boolean markdown) {
        this.markdown = markdown;
    }

    public String write(Result result) {
        StringBuilder text = new StringBuilder();
        heading(text, result.title());
        text.append(facts(result));
        for (Phase phase : result.phases()) {
            heading(
                    text,
                    phase.name()
                            + ": %,d %ss in %.1f s, %,.0f a second"
                                    .formatted(
                                            phase.count(),
                                            phase.unit(),
                                            phase.cost().seconds(),
                                            phase.perSecond()));
            section(text, latencies(phase));
            section(text, cost(phase));
            section(text, metrics(phase));
            phase.cost().profiles().forEach((part, profile) -> profile(text, part, profile));
        }
        text.append('\n').append(result.good() ? "Good: everything that was sent arrived, once and in order.\n" : "");
        result.complaints()
                .forEach(complaint -> text.append("WRONG: ").append(complaint).append('\n'));
        return text.toString();
    }

    private String facts(Result result) {
        Table table = new Table("fact", "value");
        result.facts().forEach(table::row);
        result.errors().forEach((code, count) -> table.row("errors " + code, Long.toString(count)));
        return written(table);
    }

    private Table latencies(Phase phase) {
        Table table = new Table("latency", "p50 ms", "p95 ms", "p99 ms", "max ms");
        if (phase.latencies() != null) {
            latency(table, "send → receive", phase.latencies().toReceived());
            latency(table, "send → accepted", phase.latencies().toAccepted());
        }
        if (phase.times() != null) {
            latency(table, phase.name(), phase.times());
        }
        return table;
    }

    private static void latency(Table table, String what, Histogram micros) {
        if (micros.getTotalCount() > 0) {
            table.row(
                    what,
                    millis(micros.getValueAtPercentile(50)),
                    millis(micros.getValueAtPercentile(95)),
                    millis(micros.getValueAtPercentile(99)),
                    millis(micros.getMaxValue()));
        }
    }

    private static String millis(long micros) {
        return "%.1f".formatted(micros / 1000.0);
    }

    private static Table cost(Phase phase) {
        Table table = new Table("process", "CPU µs a " + phase.unit(), "CPU %", "resident MiB, change");
        long sum = 0;
        for (Map.Entry<String, Long> part : phase.cost().usage().micros().entrySet()) {
            boolean generator = part.getKey().equals(Observer.GENERATOR);
            sum += generator ? 0 : part.getValue();
            long kib = phase.cost().usage().residentKib().getOrDefault(part.getKey(), 0L);
            cpu(table, part.getKey(), part.getValue(), phase, "%+.1f".formatted(kib / 1024.0));
        }
        if (phase.cost().usage().micros().size() > 1) {
            cpu(table, "all without the generator", sum, phase, "");
        }
        return table;
    }

    private static void cpu(Table table, String name, long micros, Phase phase, String memory) {
        table.row(
                name,
                phase.count() == 0 ? "-" : "%.1f".formatted((double) micros / phase.count()),
                "%.0f".formatted(micros / 1e4 / phase.cost().seconds()),
                memory);
    }

    private static Table metrics(Phase phase) {
        Table table = new Table("service", "counter", "change", "a " + phase.unit());
        phase.cost()
                .metrics()
                .counts()
                .forEach((part, counters) -> counters.forEach((name, change) -> table.row(
                        part,
                        name.replace("|", "\\|"),
                        "%,.1f".formatted(change),
                        phase.count() == 0 ? "-" : "%.4f".formatted(change / phase.count()))));
        return table;
    }

    private void profile(StringBuilder text, String part, Profiler.Profile profile) {
        heading(text, "%s, %,d samples".formatted(part, profile.samples()));
        Table packages = new Table("on behalf of", "%");
        profile.packages().stream()
                .limit(PROFILE_LINES)
                .forEach(share -> packages.row(share.what(), "%.1f".formatted(share.percent())));
        section(text, packages);
        Table methods = new Table("method", "%");
        profile.methods().stream()
                .limit(PROFILE_LINES)
                .forEach(share -> methods.row(share.what(), "%.1f".formatted(share.percent())));
        section(text, methods);
    }

    private void section(StringBuilder text, Table table) {
        if (!table.isEmpty()) {
            text.append('\n').append(written(table));
        }
    }

    private String written(Table table) {
        return markdown ? table.markdown() : table.columns();
    }

    private void heading(StringBuilder text, String title) {
        text.append(markdown ? "\n**" + title + "**\n\n" : "\n" + title + "\n");
    }
}
