package app.parley.faults.fault;

import java.util.Set;

/** A way to break a suite. */
public interface Fault {

    /** What it is called in options and in the report: {@code kill}. */
    String name();

    /** What it is done to: {@code chat-2}. */
    String target();

    /** Breaks it; returns when it has been broken for long enough. */
    void begin() throws InterruptedException;

    /** Mends it; returns when what was broken serves again. */
    void heal() throws InterruptedException;

    /** The instances that it is done to: two faults at once have none in common. */
    default Set<String> instances() {
        return Set.of(target());
    }

    /** Whether it can be mended only when nothing else is broken: a service does not start without its stores. */
    default boolean healsLast() {
        return false;
    }

    /** What a fault is called for people. */
    default String title() {
        return name() + " " + target();
    }
}
