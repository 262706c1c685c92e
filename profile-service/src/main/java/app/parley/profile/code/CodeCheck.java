package app.parley.profile.code;

/** Whether a code was right. */
public enum CodeCheck {
    RIGHT,
    /** It is another one, or has expired, or was used, or none was asked for. */
    WRONG,
    /** There is a code, which was tried too often; a new one has to be asked for. */
    TOO_MANY_TRIES
}
