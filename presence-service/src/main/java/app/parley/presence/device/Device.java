package app.parley.presence.device;

import java.util.UUID;

/** A device of a user. A device has one session at most, and one after another under the same id. */
public record Device(UUID user, UUID id) {}
