package app.parley.launcher.cli;

import app.parley.launcher.Instance;
import app.parley.launcher.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows on the terminal what the stack does, a line for each event, and who is waited for when nothing happens. */
final class TerminalProgress implements Progress {

    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final int all;
    private final PrintStream out;
    private final Set<Instance> starting = new LinkedHashSet<>();
    private int ready;
    private boolean starts = true;

    /** @param all how many instances there are */
    TerminalProgress(int all, PrintStream out) {
        this.all = all;
        this.out = out;
        Thread.ofVirtual().start(this::remind);
    }

    @Override
    public synchronized void starting(Instance instance) {
        starting.add(instance);
    }

    @Override
    public synchronized void ready(Instance instance, Duration after) {
        starting.remove(instance);
        if (starts) {
            ready++;
            say("[%d/%d] %-22s ready in %s", ready, all, instance.title(), seconds(after));
        } else {
            say("%s is back (after %s)", instance.title(), seconds(after));
        }
        notifyAll();
    }

    @Override
    public synchronized void died(Instance instance, Duration in) {
        say("%s died; it is started again in %s", instance.title(), seconds(in));
    }

    @Override
    public synchronized void stillDown(Instance instance, String reason, Duration in) {
        say("%s is still down (%s); next try in %s", instance.title(), reason, seconds(in));
    }

    @Override
    public synchronized void stopping(Instance instance) {
        starts = false;
    }

    @Override
    public synchronized void stopped(Instance instance, Duration after) {
        say("%-22s stopped in %s", instance.title(), seconds(after));
    }

    /** Everything is ready: from now on an instance that becomes ready has been down. */
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
                            starting.stream().map(Instance::title).collect(Collectors.joining(", ")));
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
