package app.parley.faults.fault;

import app.parley.launcher.StackSettings;
import java.util.List;
import java.util.Optional;

/** Faults of one kind, and what has to be there before the suite starts. */
interface FaultFamily extends AutoCloseable {

    /** All of them, whether this machine can do them or not. */
    List<Fault> faults();

    /** Why this machine cannot do them; empty if it can. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** Sets up what these of them need. */
    default StackSettings prepare(StackSettings settings, List<Fault> chosen) {
        return settings;
    }

    /** Takes down what was set up, after the suite has stopped. */
    @Override
    default void close() {}
}
