package app.parley.service.client;

/** Another service answered with a problem, or did not answer. */
public final class RemoteProblem extends RuntimeException {

    private final int status;
    private final String code;
    private final boolean retryable;

    RemoteProblem(int status, String code, String reason, boolean retryable) {
        super(status + " " + code + ": " + reason);
        this.status = status;
        this.code = code;
        this.retryable = retryable;
    }

    RemoteProblem(Throwable cause) {
        super("503 unavailable: " + cause, cause);
        this.status = 503;
        this.code = "unavailable";
        this.retryable = true;
    }

    /** The HTTP status; 503 if there was no answer. */
    public int status() {
        return status;
    }

    /** The stable code, as the called operation documents it. */
    public String code() {
        return code;
    }

    /** Whether the same call may succeed later. */
    public boolean isRetryable() {
        return retryable;
    }
}
