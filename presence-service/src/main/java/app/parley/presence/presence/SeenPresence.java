package app.parley.presence.presence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of a user's presence. Who may not see it sees somebody who was never there.
 *
 * @param lastSeen when the last of their devices went; null while one is online, if none was ever there, and for who may not
 *     see it
 */
public record SeenPresence(
        UUID user, boolean online, @Nullable Instant lastSeen) {

    static SeenPresence of(UserPresence presence, Sight sight) {
        return new SeenPresence(
                presence.user(), sight.online() && presence.online(), sight.lastSeen() ? presence.lastSeen() : null);
    }
}
