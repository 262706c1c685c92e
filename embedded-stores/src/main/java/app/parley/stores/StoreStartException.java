package app.parley.stores;

/** A store that did not come up; the message names the store, its port, the cause and the end of its log. */
public final class StoreStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreStartException(String message) {
        super(message);
    }

    StoreStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
