package app.parley.launcher;

import java.time.Duration;

/** Is told what the stack does. Calls come from several threads. */
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = new Progress() {};

    /** The instance's process is being started. */
    default void starting(Instance instance) {}

    /** The instance can serve, {@code after} it was started. */
    default void ready(Instance instance, Duration after) {}

    /** The instance died by itself; it is started again {@code in} a while. */
    default void died(Instance instance, Duration in) {}

    /** An instance that had died did not come up again; it is tried once more {@code in} a while. */
    default void stillDown(Instance instance, String reason, Duration in) {}

    /** The instance is asked to stop. */
    default void stopping(Instance instance) {}

    /** The instance is gone. */
    default void stopped(Instance instance, Duration after) {}
}
