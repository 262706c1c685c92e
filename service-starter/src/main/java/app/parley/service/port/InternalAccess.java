package app.parley.service.port;

import app.parley.service.ServiceSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Who may come to which port: {@code /internal} and {@code /actuator} are served on the internal port and nowhere else,
 * everything else on the public one; {@code /internal} wants the service credential, too.
 */
final class InternalAccess {

    /** The header that carries the service credential. */
    static final String CREDENTIAL_HEADER = "Parley-Service-Credential";

    /** What a request gets. */
    enum Verdict {
        ALLOWED,
        /** As if there were no such path. */
        HIDDEN,
        NO_CREDENTIAL
    }

    private final byte[] credential;

    InternalAccess(ServiceSettings settings) {
        this.credential = settings.credential().getBytes(StandardCharsets.UTF_8);
    }

    /** @param firstSegment the first segment of the path, decoded */
    Verdict judge(boolean onInternalPort, @Nullable String firstSegment, @Nullable String shownCredential) {
        boolean internal = "internal".equals(firstSegment);
        if ((internal || "actuator".equals(firstSegment)) != onInternalPort) {
            return Verdict.HIDDEN;
        }
        return internal && !matches(shownCredential) ? Verdict.NO_CREDENTIAL : Verdict.ALLOWED;
    }

    private boolean matches(@Nullable String shown) {
        return shown != null && MessageDigest.isEqual(credential, shown.getBytes(StandardCharsets.UTF_8));
    }
}
