package app.parley.cli.session;

import app.parley.cli.home.JsonFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * This device's session. Its refresh token changes with every use, and using an old one ends the session: so one thread
 * at a time refreshes, and the new token is on disk before the new access token is used.
 */
public final class Session {

    /** A token is renewed this long before it ends, so that it does not end on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final ParleyApi api;
    private final JsonFile<StoredSession> file;
    private StoredSession stored;
    private String accessToken = "";
    private Instant renewAt = Instant.MIN;

    Session(ParleyApi api, JsonFile<StoredSession> file, StoredSession stored) {
        this.api = api;
        this.file = file;
        this.stored = stored;
    }

    Session(ParleyApi api, JsonFile<StoredSession> file, Login login) {
        this(api, file, StoredSession.of(login));
        take(login);
    }

    public synchronized UUID user() {
        return stored.user();
    }

    public synchronized UUID device() {
        return stored.device();
    }

    /** An access token that is good for a while. Throws {@link ApiProblem} with status 401 if the session has ended. */
    public synchronized String token() {
        if (!Instant.now().isBefore(renewAt)) {
            take(api.refresh(Objects.requireNonNull(stored.refreshToken(), "the session has ended")));
        }
        return accessToken;
    }

    /** The server did not take this token: the next one will be another. */
    public synchronized void refused(String token) {
        if (token.equals(accessToken)) {
            renewAt = Instant.MIN;
        }
    }

    /** The session has ended: the next start logs in again, as the same device. */
    public synchronized void forget() {
        file.write(stored.ended());
    }

    private void take(Login login) {
        stored = StoredSession.of(login);
        file.write(stored);
        accessToken = login.accessToken();
        long lifetime = login.expiresIn();
        renewAt = Instant.now().plusSeconds(Math.max(lifetime - MARGIN.toSeconds(), lifetime / 2));
    }
}
