package app.parley.presence.node.redis;

import app.parley.presence.node.LeaseId;

/**
 * The keys of leases. They share the hash tag {@code {nodes}}, hence one slot, so that a script can look at a lease and
 * change what it holds. There are few nodes, and a connection costs this slot a member of a set.
 */
final class LeaseKeys {

    /**
     * Sorted set: lease, scored with its end in milliseconds. Serves "which leases are valid?" and "which ran out?". A
     * member stays until it has been buried. No time to live.
     */
    static final String LEASES = "parley:presence:{nodes}:leases";

    /**
     * Hash: node to its newest lease. Serves "what is the lease of this node?". Written in one script with
     * {@link #LEASES}; a field goes when its lease is buried. No time to live.
     */
    static final String CURRENT = "parley:presence:{nodes}:current";

    private LeaseKeys() {}

    /**
     * Set: {@code user/device} that this lease holds. Serves "whose devices were on the node that died?". Grows only in a
     * script that finds the lease valid; is emptied, and so deleted, before the lease is. No time to live.
     */
    static String held(LeaseId lease) {
        return "parley:presence:{nodes}:held:" + lease;
    }

    /** String: somebody is burying this lease. Set if absent; expires, in case that somebody dies. */
    static String burial(LeaseId lease) {
        return "parley:presence:{nodes}:burial:" + lease;
    }
}
