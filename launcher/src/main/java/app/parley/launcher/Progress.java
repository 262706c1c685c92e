package app.parley.launcher;

import java.time.Duration;

/** Is told what the stack does. Calls come from several threads. */
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = new Progress() {};

    /** The part's process is being started. */
    default void starting(Part part) {}

    /** The part can serve, {@code after} it was started. */
    default void ready(Part part, Duration after) {}

    /** The part died by itself; it is started again {@code in} a while. */
    default void died(Part part, Duration in) {}

    /** A part that had died did not come up again; it is tried once more {@code in} a while. */
    default void stillDown(Part part, String reason, Duration in) {}

    /** The part is asked to stop. */
    default void stopping(Part part) {}

    /** The part is gone. */
    default void stopped(Part part, Duration after) {}
}
