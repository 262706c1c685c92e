package app.parley.load.traffic;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets the receivers of an event loop acknowledge together, a little after something came. */
public final class Coalescer {

    private final EventLoop loop;
    private final int millis;
    private List<Receiver> waiting = new ArrayList<>();

    /** How many milliseconds an acknowledgement may wait for the next. */
    public Coalescer(EventLoop loop, int millis) {
        this.loop = loop;
        this.millis = millis;
    }

    EventLoop loop() {
        return loop;
    }

    void soon(Receiver receiver) {
        if (waiting.isEmpty()) {
            var _ = loop.schedule(this::acknowledge, millis, TimeUnit.MILLISECONDS);
        }
        waiting.add(receiver);
    }

    private void acknowledge() {
        List<Receiver> due = waiting;
        waiting = new ArrayList<>();
        due.forEach(Receiver::acknowledge);
    }
}
