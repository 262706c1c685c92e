package app.parley.launcher;

import java.net.InetSocketAddress;

/** Relays that callers use in place of what they call, so that the network between two instances can be disturbed. */
@FunctionalInterface
public interface Relays {

    /** Everybody calls everybody directly. */
    Relays NONE = Link::target;

    /**
     * Where the caller finds the called instance. Asked at each start of the caller, and whenever its properties are
     * looked at: the same link must have the same answer.
     */
    InetSocketAddress address(Link link);
}
