package app.parley.profile.conversation;

import java.time.Instant;
import java.util.UUID;

/** A place in somebody's list of conversations, which runs from the newest to the oldest. */
public record Place(Instant joinedAt, UUID conversation) {

    /** Before the first conversation. */
    public static final Place START = new Place(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1L, -1L));
}
