package app.parley.chat.routing;

import java.util.UUID;

/**
 * Tells the node that holds a device that the device has not acknowledged in time what there is in a conversation.
 *
 * @param head the conversation's last durable message
 * @param again whether what the device was sent on its connection is to be sent again, too
 */
public record Nudge(UUID conversation, long head, boolean again) {}
