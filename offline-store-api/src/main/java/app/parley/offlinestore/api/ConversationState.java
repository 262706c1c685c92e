package app.parley.offlinestore.api;

import java.util.List;
import java.util.UUID;

/**
 * Where a conversation stands.
 *
 * @param position the asking device's place; its cursor is the head if it has no place yet
 * @param progress each member's, as far as they are known here
 */
public record ConversationState(Position position, List<Progress> progress) {

    /** What a user has received on one device at least, and read. */
    public record Progress(UUID user, long delivered, long read) {}
}
