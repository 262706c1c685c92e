package app.parley.cli.session;

import java.util.UUID;

/** What of a session outlives the process. */
public record StoredSession(UUID user, UUID device, String refreshToken) {

    static StoredSession of(Login login) {
        return new StoredSession(login.userId(), login.deviceId(), login.refreshToken());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "StoredSession[user=" + user + ", device=" + device + "]";
    }
}
