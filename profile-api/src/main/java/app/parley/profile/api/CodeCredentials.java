package app.parley.profile.api;

/** An address, and the code that was read there. */
public record CodeCredentials(SignInAddress address, String code) {

    /** Without the code, so that no log can hold it. */
    @Override
    public String toString() {
        return "CodeCredentials[address=" + address + "]";
    }
}
