package app.parley.presence.node;

/**
 * One lease of a node. A node that lost its lease gets another, so that routes of the lost one do not count again.
 *
 * @param node the node's name
 * @param number tells the leases of a node apart
 */
public record LeaseId(String node, long number) {

    /** Reads what {@link #toString} wrote. */
    public static LeaseId parse(String text) {
        int mark = text.lastIndexOf('#');
        return new LeaseId(text.substring(0, mark), Long.parseLong(text.substring(mark + 1)));
    }

    @Override
    public String toString() {
        return node + "#" + number;
    }
}
