package app.parley.chat.message;

/** The messages of a conversation for which one push notification goes out, the first and the last included. */
public record PushRange(long fromSeq, long toSeq) {}
