package app.parley.cli.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a session outlives the process.
 *
 * @param refreshToken null once the session has ended: then only the device is left, which logs in again as the same
 */
public record StoredSession(
        UUID user, UUID device, @Nullable String refreshToken) {

    static StoredSession of(Login login) {
        return new StoredSession(login.userId(), login.deviceId(), login.refreshToken());
    }

    StoredSession ended() {
        return new StoredSession(user, device, null);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "StoredSession[user=" + user + ", device=" + device + "]";
    }
}
