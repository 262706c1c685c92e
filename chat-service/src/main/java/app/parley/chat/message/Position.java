package app.parley.chat.message;

import java.util.UUID;

/**
 * Where a device stands in a conversation.
 *
 * @param cursor the device has every message up to and with this one
 * @param head the conversation's last durable message
 */
public record Position(UUID conversation, long cursor, long head) {}
