package app.parley.profile.code;

/** What a code is good for, and nothing else. */
public enum CodePurpose {
    /** Somebody proves that an address is theirs. */
    VERIFY,
    /** Somebody signs in. */
    SIGN_IN
}
