package app.parley.cli.session;

import org.jspecify.annotations.Nullable;

/** The server refused a request, with problem details (RFC 9457) or without. */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable Integer retryAfter;

    ApiProblem(int status, String code, String detail, @Nullable Integer retryAfter) {
        super(detail);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    /** The stable code of the problem, or {@code http_STATUS} where the answer had none. */
    public String code() {
        return code;
    }

    /** How many seconds to wait before asking again, if the server said so. */
    public @Nullable Integer retryAfter() {
        return retryAfter;
    }

    public boolean is(String expected) {
        return code.equals(expected);
    }

    @Override
    public String getMessage() {
        String detail = String.valueOf(super.getMessage());
        return retryAfter == null ? detail : detail + " (again in " + retryAfter + " s)";
    }
}
