package app.parley.load.socket;

/** What a socket tells, on its event loop. Ids are given by their second half, see {@link MessageIds}. */
public interface FrameListener {

    void welcome(LoadSocket socket);

    /** All that waited has come. */
    void synced();

    void accepted(long idLow, long seq);

    /**
     * A message.
     *
     * @param textLength how many characters its text has
     */
    void message(long conversationHigh, long conversationLow, long seq, long idLow, int textLength);

    void receipt(long delivered, long read);

    /**
     * Something was refused.
     *
     * @param idLow of the send, or 0 if it was none
     */
    void error(String code, boolean retryable, long idLow);

    /** All that came at once has been told. */
    void readComplete();

    /** The connection is gone, or never came about. */
    void lost(String reason);
}
