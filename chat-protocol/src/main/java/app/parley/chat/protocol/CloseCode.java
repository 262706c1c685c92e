package app.parley.chat.protocol;

/**
 * Why the server closes a WebSocket, and what the client does next: after 1000 to 4499 it reconnects (with back-off, or
 * as {@code bye} says), from 4500 on it must not come back as it is.
 */
public enum CloseCode {
    /** A planned stop: a {@code bye} with {@code reconnectAfterMs} came before. */
    GOING_AWAY(1001),
    /** A WebSocket message over the limit: do not send it again, reconnect. */
    FRAME_TOO_LARGE(1009),
    /** Nothing was heard from the client for three heartbeats. */
    HEARTBEAT_MISSED(4000),
    /** The client did not read what was sent to it. */
    NOT_READING(4001),
    /** A service behind the server does not answer. */
    UNAVAILABLE(4002),
    /** No valid token came in time. */
    UNAUTHENTICATED(4500),
    /** Refresh the session, then reconnect. */
    TOKEN_EXPIRED(4501),
    /** The session was revoked: log in again. */
    SESSION_REVOKED(4502),
    /** The same device connected again: this connection is the old one. */
    REPLACED(4503),
    /** The client goes on breaking the protocol. */
    PROTOCOL_VIOLATION(4504);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether the client is to come back, as the {@code bye} before it says. */
    public boolean isToComeBack() {
        return code < UNAUTHENTICATED.code || this == TOKEN_EXPIRED;
    }
}
