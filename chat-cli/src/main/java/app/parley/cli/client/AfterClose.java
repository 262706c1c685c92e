package app.parley.cli.client;

/** What a client does after the server has closed the connection. The close code decides. */
enum AfterClose {
    /** Come back after a while. */
    RECONNECT,
    /** Come back, but not with what was sent last: it was larger than the server takes. */
    RECONNECT_WITHOUT_LAST,
    /** Get a new token, then come back. */
    REFRESH,
    /** The session is over: only a password helps. */
    LOG_IN,
    /** Another connection of the same device is the one now. */
    REPLACED,
    /** Something is wrong with this client: coming back would not help. */
    GIVE_UP;

    private static final int FRAME_TOO_LARGE = 1009;
    private static final int FIRST_FINAL = 4500;

    static AfterClose of(int code) {
        return switch (code) {
            case FRAME_TOO_LARGE -> RECONNECT_WITHOUT_LAST;
            case 4500, 4501 -> REFRESH;
            case 4502 -> LOG_IN;
            case 4503 -> REPLACED;
            default -> code >= FIRST_FINAL ? GIVE_UP : RECONNECT;
        };
    }
}
