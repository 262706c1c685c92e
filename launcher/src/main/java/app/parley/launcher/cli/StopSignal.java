package app.parley.launcher.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the main thread, which then stops the parts in their order. A shutdown
 * hook would run beside those of libraries, in no order at all.
 */
final class StopSignal {

    private final AtomicBoolean raised = new AtomicBoolean();
    private final Thread main;

    private StopSignal(Thread main) {
        this.main = main;
    }

    /** From now on, signals interrupt this thread. */
    static StopSignal toThisThread() {
        StopSignal stop = new StopSignal(Thread.currentThread());
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            Signal.handle(new Signal(name), signal -> stop.raise());
        }
        return stop;
    }

    /** Also stops when this process ends: the shell that the stack was started from is gone. */
    void onEndOf(ProcessHandle owner) {
        var unused = owner.onExit().thenRun(this::raise);
    }

    /** Once: an impatient second Ctrl-C must not cut the stopping short. */
    private void raise() {
        if (!raised.getAndSet(true)) {
            main.interrupt();
        }
    }
}
