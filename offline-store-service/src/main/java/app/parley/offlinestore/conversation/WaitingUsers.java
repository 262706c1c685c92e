package app.parley.offlinestore.conversation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** For each user, the conversations in memory in which something waits for one of their devices. */
public final class WaitingUsers {

    private final Map<UUID, Set<Conversation>> conversations = new HashMap<>();

    void add(UUID user, Conversation conversation) {
        conversations.computeIfAbsent(user, _ -> new LinkedHashSet<>()).add(conversation);
    }

    void remove(UUID user, Conversation conversation) {
        conversations.computeIfPresent(user, (_, waiting) -> {
            waiting.remove(conversation);
            return waiting.isEmpty() ? null : waiting;
        });
    }

    /** What waits for this user. */
    public List<Conversation> of(UUID user) {
        return List.copyOf(conversations.getOrDefault(user, Set.of()));
    }
}
