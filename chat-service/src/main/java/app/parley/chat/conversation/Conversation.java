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
 * @param blockers those of a direct conversation's two who have blocked the other
 * @param admins those of a group's members who are its admins or its owner
 * @param adminsSend whether only they may send
 * @param adminsEdit whether only they may change what holds for the group
 */
public record Conversation(
        UUID id,
        List<UUID> members,
        @Nullable Retention retention,
        long version,
        Set<UUID> blockers,
        Set<UUID> admins,
        boolean adminsSend,
        boolean adminsEdit) {

    /** What becomes of a message that every recipient device has acknowledged. */
    public enum Retention {
        WIPE,
        ARCHIVE
    }

    public boolean isGroup() {
        return version > 0;
    }

    /** Whether this member may send. */
    public boolean letsSend(UUID user) {
        return !adminsSend || admins.contains(user);
    }

    /** Whether this member may change what holds for everybody. */
    public boolean letsEdit(UUID user) {
        return !adminsEdit || admins.contains(user);
    }

    /** Whether what this member says is for themselves alone, since the other one has blocked them. */
    public boolean withholdsFrom(UUID user) {
        return !blockers.isEmpty() && !blockers.contains(user);
    }

    /** As it was at this version, with these members. */
    public Conversation at(long earlier, List<UUID> itsMembers) {
        return new Conversation(id, itsMembers, retention, earlier, blockers, admins, adminsSend, adminsEdit);
    }
}
