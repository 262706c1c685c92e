package app.parley.offlinestore.api;

import java.util.List;
import java.util.UUID;

/** The conversations of a user's list. */
public record ListedConversations(UUID user, List<Listed> conversations) {

    /**
     * One of them.
     *
     * @param after the messages up to this one are not shown to the user
     * @param without nor are these, the newest of those that the user does not want to see
     */
    public record Listed(UUID conversation, long after, List<Long> without) {}
}
