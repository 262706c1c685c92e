package app.parley.chat.watching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One device that watches one user, and what it was told last. */
final class Watch {

    private final UUID viewer;
    private final UUID subject;
    private final Watcher watcher;
    private @Nullable Presence told;

    Watch(UUID viewer, UUID subject, Watcher watcher) {
        this.viewer = viewer;
        this.subject = subject;
        this.watcher = watcher;
    }

    /** Whose device it is. */
    UUID viewer() {
        return viewer;
    }

    /** Who is watched. */
    UUID subject() {
        return subject;
    }

    /** Whether the device believes that the user is online. */
    synchronized boolean believesOnline() {
        return told != null && told.online();
    }

    /**
     * Answers the question that the device has asked.
     *
     * @return whether it was told something before, which may be newer
     */
    synchronized boolean answer(Presence seen) {
        boolean before = told != null;
        say(seen);
        return before;
    }

    /** Tells the device unless it knows: a word that says nothing new would still say that something has happened. */
    synchronized void tell(Presence seen) {
        if (!seen.equals(told)) {
            say(seen);
        }
    }

    private void say(Presence seen) {
        told = seen;
        watcher.hear(seen);
    }
}
