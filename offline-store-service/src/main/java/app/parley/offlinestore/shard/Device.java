package app.parley.offlinestore.shard;

import java.util.UUID;

/** A device, and whose it is. */
public record Device(UUID user, UUID device) {}
