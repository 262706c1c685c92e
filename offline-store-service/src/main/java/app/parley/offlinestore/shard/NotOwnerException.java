package app.parley.offlinestore.shard;

/** A shard is not served here. */
public final class NotOwnerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotOwnerException(int shard) {
        super("shard " + shard + " is not served here");
    }
}
