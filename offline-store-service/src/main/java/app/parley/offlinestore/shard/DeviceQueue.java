package app.parley.offlinestore.shard;

/** A device, and the conversations in which something may wait for its user. */
public record DeviceQueue(Device device, WaitingConversations conversations) {}
