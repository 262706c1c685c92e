package app.parley.presence.token;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** The file of signing keys is missing or of no use: the service cannot start. */
class InvalidSigningKeysException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSigningKeysException(Resource location, String reason, @Nullable Throwable cause) {
        super("No signing keys from " + location.getDescription() + ": " + reason + ".", cause);
    }
}
