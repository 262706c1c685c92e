package app.parley.offlinestore.conversation;

import java.util.List;
import java.util.UUID;

/** Where a device stands in a conversation, and how far each member is. */
public record Standing(Position position, List<MemberStanding> members) {

    /** What a user has received on one device at least, and read. */
    public record MemberStanding(UUID user, long delivered, long read) {}
}
