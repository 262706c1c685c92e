package app.parley.chat.routing;

import java.util.UUID;

/** A device of a user, as its access token names it. */
public record Device(UUID user, UUID device) {}
