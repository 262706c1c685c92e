package app.parley.profile.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a conversation.
 *
 * @param members the users, each once
 * @param retention this conversation's own policy, or null for the deployment's
 */
public record Conversation(
        UUID id, List<UUID> members, @Nullable Retention retention) {}
