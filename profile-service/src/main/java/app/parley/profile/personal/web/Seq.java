package app.parley.profile.personal.web;

/** The numbers of messages in a conversation. */
final class Seq {

    /** What JSON says exactly, whoever reads it. */
    static final long MOST = (1L << 53) - 1;

    private Seq() {}
}
