package app.parley.presence.device;

import java.util.UUID;

/** A device of a user. A device has one session at most; its id is never given out again once that is gone. */
public record Device(UUID user, UUID id) {}
