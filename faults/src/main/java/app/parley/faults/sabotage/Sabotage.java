package app.parley.faults.sabotage;

import java.util.List;
import java.util.Locale;

/** A fault that can be put into Parley, and what has to be broken for it to show. */
public enum Sabotage {

    /** Senders are told {@code accepted} a second before the journal is written. */
    ACKNOWLEDGE_BEFORE_WRITE("offline-store-service", 1, List.of("kill:offline-store")),

    /** An owner goes on after its lease has ended, and its successor's seals do not count. */
    FENCING_OFF(
            "offline-store-service", 2, List.of("cut:offline-store-to-cassandra", "cut:offline-store-2-to-cassandra")),

    /** A message counts as acknowledged as soon as it has been sent to the device. */
    CURSOR_FLUSHED_AHEAD("chat-service", 1, List.of("kill:chat"));

    private final String module;
    private final int nodes;
    private final List<String> faults;

    Sabotage(String module, int nodes, List<String> faults) {
        this.module = module;
        this.nodes = nodes;
        this.faults = faults;
    }

    /** The module that has to be built again. */
    String module() {
        return module;
    }

    /** How many instances of each service it takes. */
    public int nodes() {
        return nodes;
    }

    /** What to break, as in {@code --only}. */
    public List<String> faults() {
        return faults;
    }

    /** What it is called on the command line, and its patch in {@code faults/broken}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
