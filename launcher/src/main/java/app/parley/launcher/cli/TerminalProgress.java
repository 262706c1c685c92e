package app.parley.launcher.cli;

import app.parley.launcher.Part;
import app.parley.launcher.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows on the terminal what the stack does, a line for each event, and who is waited for when nothing happens. */
final class TerminalProgress implements Progress {

    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Set<Part> starting = EnumSet.noneOf(Part.class);
    private int ready;
    private boolean starts = true;

    TerminalProgress(PrintStream out) {
        this.out = out;
        Thread.ofVirtual().start(this::remind);
    }

    @Override
    public synchronized void starting(Part part) {
        starting.add(part);
    }

    @Override
    public synchronized void ready(Part part, Duration after) {
        starting.remove(part);
        if (starts) {
            ready++;
            say("[%d/%d] %-22s ready in %s", ready, Part.values().length, part.title(), seconds(after));
        } else {
            say("%s is back (after %s)", part.title(), seconds(after));
        }
        notifyAll();
    }

    @Override
    public synchronized void died(Part part, Duration in) {
        say("%s died; it is started again in %s", part.title(), seconds(in));
    }

    @Override
    public synchronized void stillDown(Part part, String reason, Duration in) {
        say("%s is still down (%s); next try in %s", part.title(), reason, seconds(in));
    }

    @Override
    public synchronized void stopping(Part part) {
        starts = false;
    }

    @Override
    public synchronized void stopped(Part part, Duration after) {
        say("%-22s stopped in %s", part.title(), seconds(after));
    }

    /** All parts are ready: from now on a part that becomes ready has been down. */
    synchronized void up() {
        starts = false;
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private synchronized void remind() {
        try {
            while (starts) {
                int before = ready;
                wait(SILENCE.toMillis());
                if (starts && ready == before && !starting.isEmpty()) {
                    say(
                            "      waiting for %s",
                            starting.stream().map(Part::title).collect(Collectors.joining(", ")));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String format, Object... values) {
        out.println("  " + String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
