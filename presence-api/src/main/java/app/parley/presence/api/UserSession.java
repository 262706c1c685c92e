package app.parley.presence.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A device that somebody is logged in on.
 *
 * @param name by which its owner recognises it
 * @param createdAt when it was logged in first
 */
public record UserSession(UUID device, String name, String platform, Instant createdAt) {}
