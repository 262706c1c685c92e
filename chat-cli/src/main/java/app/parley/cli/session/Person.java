package app.parley.cli.session;

import java.util.UUID;

/** A user, as others see them. */
public record Person(UUID id, String handle, String displayName) {}
