package app.parley.launcher;

import java.util.Locale;

/** What becomes of a message that every device has acknowledged. */
public enum Retention {
    /** It is deleted. */
    WIPE,
    /** It stays, as the chat log. */
    ARCHIVE;

    /** As the services' settings and the command line spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
