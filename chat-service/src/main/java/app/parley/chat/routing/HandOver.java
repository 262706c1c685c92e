package app.parley.chat.routing;

import java.util.List;
import java.util.UUID;

/**
 * The way to other nodes. At most once: what gets lost is found again by the sessions' own checks against the log.
 */
public interface HandOver {

    /** Passes a signal to a node, for these of its devices. In the order of the calls. */
    void handOver(String node, Signal signal, List<UUID> devices);

    /** Passes a nudge to a node, for these of its devices. */
    void nudge(String node, Nudge nudge, List<UUID> devices);
}
