package app.parley.presence.token;

import java.time.Duration;

/** A signed access token and how long it is valid from now on. */
public record AccessToken(String value, Duration lifetime) {

    /** Without the token, so that no log can hold it. */
    @Override
    public String toString() {
        return "AccessToken[lifetime=" + lifetime + "]";
    }
}
