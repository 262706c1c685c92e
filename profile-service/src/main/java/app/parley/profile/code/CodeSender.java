package app.parley.profile.code;

/** The way to people's mail boxes and phones. */
public interface CodeSender {

    /**
     * Sends a code, and waits until that is known.
     *
     * @return whether it was taken; if not, it may have been sent all the same
     */
    boolean send(CodeMessage message);
}
