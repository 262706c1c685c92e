package app.parley.chat.conversation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a conversation.
 *
 * @param retention this conversation's own policy, or null for the deployment's
 * @param version of a group, one more with each change; 0 for a direct conversation
 * @param senders those of the members who may send; null for all of them
 */
public record Conversation(
        UUID id,
        List<UUID> members,
        @Nullable Retention retention,
        long version,
        @Nullable Set<UUID> senders) {

    /** What becomes of a message that every recipient device has acknowledged. */
    public enum Retention {
        WIPE,
        ARCHIVE
    }

    public boolean isGroup() {
        return version > 0;
    }

    /** Whether this member may send. */
    public boolean hears(UUID user) {
        return senders == null || senders.contains(user);
    }

    /** As it was at this version, with these members. */
    public Conversation at(long earlier, List<UUID> itsMembers) {
        return new Conversation(id, itsMembers, retention, earlier, senders);
    }
}
