package app.parley.faults.relay;

import app.parley.launcher.Instance;
import app.parley.launcher.Link;

/**
 * What travels from one instance to another, whichever of them calls the other, and over whatever ports.
 *
 * @param from its id; {@code all} for what everybody asks an instance at the address that it has announced
 * @param to its id, or {@code all}
 */
public record Way(String from, String to) {

    private static final String EVERYBODY = "all";

    /** From the caller to the called. */
    public static Way of(Link link) {
        Instance caller = link.caller();
        return new Way(
                caller.equals(link.called()) ? EVERYBODY : caller.id(),
                link.called().id());
    }

    /** The other way round. */
    public Way back() {
        return new Way(to, from);
    }

    /** What it is called in options: no shell takes offence at it. */
    @Override
    public String toString() {
        return from + "-to-" + to;
    }
}
