package app.parley.profile.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a conversation.
 *
 * @param members the users, each once; of a direct conversation the one who is left if the other has closed their account
 * @param retention this conversation's own policy, or null for the deployment's
 * @param version of a group: grows by one with each {@link GroupChange}; 0 for a direct conversation
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
        List<UUID> blockers,
        List<UUID> admins,
        boolean adminsSend,
        boolean adminsEdit) {}
