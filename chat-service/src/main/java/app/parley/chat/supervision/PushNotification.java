package app.parley.chat.supervision;

import java.util.UUID;

/**
 * Something waits for a user who is not online.
 *
 * @param fromSeq the first message of the conversation that it is about
 * @param toSeq the last one
 */
public record PushNotification(UUID user, UUID conversation, long fromSeq, long toSeq) {}
