package app.parley.cli.conversation;

/** How far the other side of a conversation has received and read it. */
public record Standing(long delivered, long read) {

    /** How far an own message has come that has this place. */
    public Tick tick(long seq) {
        if (seq <= read) {
            return Tick.READ;
        }
        return seq <= delivered ? Tick.DELIVERED : Tick.SENT;
    }
}
