package app.parley.cli.client;

/** How a chat ended. */
public enum Outcome {
    /** The user left, with everything sent. */
    LEFT,
    /** Something could not be sent: it was refused, or still waits for the next run. */
    UNSENT,
    /** The session is over: the next run logs in again. */
    LOGGED_OUT,
    /** Another connection took this device's place. */
    REPLACED,
    /** The server or this client failed for good. */
    FAILED
}
