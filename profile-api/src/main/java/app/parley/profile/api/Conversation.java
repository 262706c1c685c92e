package app.parley.profile.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a conversation.
 *
 * @param members the users, each once
 * @param retention this conversation's own policy, or null for the deployment's
 * @param version of a group: grows by one with each {@link GroupChange}; 0 for a direct conversation
 * @param senders those of the members who may send; null for all of them
 */
public record Conversation(
        UUID id,
        List<UUID> members,
        @Nullable Retention retention,
        long version,
        @Nullable List<UUID> senders) {}
