package app.parley.chat.watching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user is online.
 *
 * @param lastSeen when they were seen last, or null while they are online and for who was never there
 */
public record Presence(UUID user, boolean online, @Nullable Instant lastSeen) {}
