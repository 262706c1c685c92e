package app.parley.profile.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation as somebody sees it who is in it.
 *
 * @param role theirs
 * @param joinedAt when they joined
 * @param memberCount how many are in it
 * @param members of a direct conversation; a group's are looked up a page at a time
 */
public record OwnConversation(
        Conversation conversation, Role role, Instant joinedAt, long memberCount, List<UUID> members) {

    /** Where they find it in their list. */
    public Place place() {
        return new Place(joinedAt, conversation.id());
    }
}
