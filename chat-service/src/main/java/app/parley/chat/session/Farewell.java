package app.parley.chat.session;

/** Why a session ends by our doing. */
public enum Farewell {
    /** The same device connected again. */
    REPLACED,
    /** The device's login session is over. */
    REVOKED
}
