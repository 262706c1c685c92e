package app.parley.cli.client;

import java.time.Duration;

/**
 * Notices a server that is not there any more although nobody closed the connection: after a silent interval it asks,
 * after a second one without any answer it gives up.
 */
final class Heartbeat {

    /** The interval until the server has said its own. */
    static final Duration BEFORE_WELCOME = Duration.ofSeconds(10);

    private final EventLoop loop;
    private final Runnable ask;
    private final Runnable giveUp;
    private Duration interval;
    private EventLoop.Timer timer;
    private int silentIntervals;

    Heartbeat(EventLoop loop, Duration interval, Runnable ask, Runnable giveUp) {
        this.loop = loop;
        this.interval = interval;
        this.ask = ask;
        this.giveUp = giveUp;
        this.timer = loop.after(interval, this::passed);
    }

    void every(Duration next) {
        interval = next;
        timer.cancel();
        timer = loop.after(interval, this::passed);
    }

    void heard() {
        silentIntervals = 0;
    }

    void stop() {
        timer.cancel();
    }

    private void passed() {
        silentIntervals++;
        if (silentIntervals > 2) {
            giveUp.run();
            return;
        }
        if (silentIntervals == 2) {
            ask.run();
        }
        timer = loop.after(interval, this::passed);
    }
}
