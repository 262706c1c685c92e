package app.parley.profile.privacy;

import java.util.UUID;

/** Somebody who looks at another. */
public record Pair(UUID viewer, UUID subject) {

    boolean isOneself() {
        return viewer.equals(subject);
    }

    Pair turned() {
        return new Pair(subject, viewer);
    }
}
