package app.parley.presence.api;

import java.util.UUID;

/** A device of a user. Both ids are in the claims of its access token. */
public record Device(UUID user, UUID device) {}
