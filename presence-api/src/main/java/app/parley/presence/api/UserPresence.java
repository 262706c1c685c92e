package app.parley.presence.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user is online.
 *
 * @param lastSeen when the last of their devices went, or null if none was ever there
 */
public record UserPresence(
        UUID user, boolean online, @Nullable Instant lastSeen) {}
