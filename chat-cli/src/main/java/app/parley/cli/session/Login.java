package app.parley.cli.session;

import java.util.UUID;

/**
 * A session as the server gives it, at login and at each refresh.
 *
 * @param expiresIn how many seconds the access token is good for
 */
record Login(UUID userId, UUID deviceId, String accessToken, String refreshToken, long expiresIn) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Login[userId=" + userId + ", deviceId=" + deviceId + "]";
    }
}
