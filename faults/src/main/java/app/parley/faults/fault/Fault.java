package app.parley.faults.fault;

import app.parley.launcher.Stack;
import java.util.List;

/** A way to break a suite. */
public interface Fault {

    /** What it is called in options and in the report: {@code kill}. */
    String name();

    /** What it is done to: {@code chat-2}. */
    String target();

    /** Breaks it; returns when it is broken. */
    void begin() throws InterruptedException;

    /** Mends it; returns when what was broken serves again. */
    void heal() throws InterruptedException;

    /** What a fault is called for people. */
    default String title() {
        return name() + " " + target();
    }

    /** All that can be done to the processes of a suite. */
    static List<Fault> ofProcesses(Stack stack) {
        return ProcessFaults.of(stack);
    }
}
