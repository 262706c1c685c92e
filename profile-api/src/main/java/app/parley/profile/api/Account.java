package app.parley.profile.api;

import java.util.UUID;

/** Whose credentials were right. */
public record Account(UUID user, String handle) {}
