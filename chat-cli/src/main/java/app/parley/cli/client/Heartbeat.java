package app.parley.cli.client;

import java.time.Duration;

/**
 * Notices a server that is not there any more although nobody closed the connection, or although nobody noticed that:
 * after a silent interval it asks, after a second one without any answer it gives up.
 */
final class Heartbeat {

    /** The interval until the server has said its own, and the longest: people wait for an answer. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final EventLoop loop;
    private final Runnable ask;
    private final Runnable giveUp;
    private Duration interval = LONGEST;
    private EventLoop.Timer timer;
    private boolean asked;

    Heartbeat(EventLoop loop, Runnable ask, Runnable giveUp) {
        this.loop = loop;
        this.ask = ask;
        this.giveUp = giveUp;
        this.timer = loop.after(interval, this::passed);
    }

    /** The server is to be asked this often, or more often. */
    void every(Duration next) {
        interval = next.compareTo(LONGEST) < 0 ? next : LONGEST;
        timer.cancel();
        timer = loop.after(interval, this::passed);
    }

    void heard() {
        asked = false;
    }

    void stop() {
        timer.cancel();
    }

    private void passed() {
        if (asked) {
            giveUp.run();
            return;
        }
        asked = true;
        ask.run();
        timer = loop.after(interval, this::passed);
    }
}
