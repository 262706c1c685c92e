package app.parley.profile.api;

import java.util.UUID;

/** A user as others see them. */
public record Person(UUID user, String handle, String displayName) {}
