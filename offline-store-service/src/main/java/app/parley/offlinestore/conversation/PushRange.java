package app.parley.offlinestore.conversation;

/** The messages for which one push notification goes out, the first and the last included. */
public record PushRange(long from, long to) {}
