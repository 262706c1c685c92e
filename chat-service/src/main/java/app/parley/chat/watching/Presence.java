package app.parley.chat.watching;

import app.parley.chat.sight.Sight;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user is online.
 *
 * @param lastSeen when they were seen last, or null while they are online, for who was never there, and for who may not see it
 */
public record Presence(UUID user, boolean online, @Nullable Instant lastSeen) {

    /** What of it somebody sees who may not see everything. */
    Presence seenWith(Sight sight) {
        boolean everything = sight.online() && sight.lastSeen();
        return everything ? this : new Presence(user, sight.online() && online, sight.lastSeen() ? lastSeen : null);
    }
}
