package app.parley.cli.conversation;

/** How far an own message has come. */
public enum Tick {
    /** It has not been accepted yet. */
    WAITING,
    /** The server has it. */
    SENT,
    /** A device of the other side has it. */
    DELIVERED,
    /** The other side has read it. */
    READ,
    /** It was refused for good. */
    FAILED
}
