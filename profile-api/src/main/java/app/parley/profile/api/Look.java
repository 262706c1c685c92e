package app.parley.profile.api;

import java.util.UUID;

/** Somebody who wants to see another. */
public record Look(UUID viewer, UUID subject) {}
