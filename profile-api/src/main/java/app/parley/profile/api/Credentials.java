package app.parley.profile.api;

/** A handle, with or without capitals, and the password in clear. */
public record Credentials(String handle, String password) {

    /** Without the password, so that no log can hold it. */
    @Override
    public String toString() {
        return "Credentials[handle=" + handle + "]";
    }
}
