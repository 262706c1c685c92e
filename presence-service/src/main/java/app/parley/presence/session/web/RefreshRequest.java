package app.parley.presence.session.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/** The body of a refresh. */
record RefreshRequest(@NotEmpty @Size(max = 1000) String refreshToken) {

    /** Without the token, so that no log can hold it. */
    @Override
    public String toString() {
        return "RefreshRequest[]";
    }
}
