package app.parley.profile.api;

import java.util.UUID;

/** Two people, in either order. */
public record Pair(UUID first, UUID second) {}
