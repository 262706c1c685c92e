package app.parley.chat.inbox;

import app.parley.chat.message.Listed;
import app.parley.chat.message.MessageLog;
import app.parley.chat.message.Overview;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The list of a user's conversations: one call for those that they are in, and one to each owner of their logs. */
@Component
public class Inbox {

    private final OwnConversations conversations;
    private final MessageLog log;

    Inbox(OwnConversations conversations, MessageLog log) {
        this.conversations = conversations;
        this.log = log;
    }

    /**
     * A part of the list. Somebody who writes meanwhile moves a conversation to the front, so that a later part lacks it.
     *
     * @param archived those that are archived, or the others
     * @param after what the part before ended with; null for the first one
     */
    public Mono<InboxPage> of(UUID user, boolean archived, @Nullable InboxPlace after, int limit) {
        return conversations
                .of(user)
                .map(all ->
                        all.stream().filter(own -> own.archived() == archived).toList())
                .flatMap(some -> entries(user, some))
                .map(entries -> page(entries, after, limit));
    }

    private Mono<List<InboxEntry>> entries(UUID user, List<OwnConversation> some) {
        List<Listed> listed = some.stream()
                .map(own -> new Listed(own.id(), own.clearedTo(), own.hidden()))
                .toList();
        return log.overviews(user, listed)
                .collectMap(Overview::conversation, Function.identity())
                .map(overviews -> together(some, overviews));
    }

    private static List<InboxEntry> together(List<OwnConversation> some, Map<UUID, Overview> overviews) {
        return some.stream()
                .map(own -> new InboxEntry(own, overviews.getOrDefault(own.id(), Overview.empty(own.id()))))
                .collect(Collectors.toList());
    }

    private static InboxPage page(List<InboxEntry> entries, @Nullable InboxPlace after, int limit) {
        List<InboxEntry> following = entries.stream()
                .filter(entry -> after == null || entry.place().compareTo(after) > 0)
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .limit(limit + 1L)
                .toList();
        return following.size() <= limit
                ? new InboxPage(following, null)
                : new InboxPage(
                        following.subList(0, limit), following.get(limit - 1).place());
    }
}
