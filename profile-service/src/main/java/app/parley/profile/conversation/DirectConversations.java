package app.parley.profile.conversation;

import app.parley.profile.account.Accounts;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The conversations of two people, which need no set-up: the first who asks makes them. */
@Service
public class DirectConversations {

    /** Two people, in either order. */
    public record Pair(UUID one, UUID other) {

        /** The id of their conversation, whether it has been made or not. */
        public UUID conversation() {
            return DirectConversationId.of(one, other);
        }

        private boolean isOfTwo() {
            return !one.equals(other);
        }

        private Stream<UUID> people() {
            return Stream.of(one, other);
        }
    }

    private final Conversations conversations;
    private final Accounts accounts;

    DirectConversations(Conversations conversations, Accounts accounts) {
        this.conversations = conversations;
        this.accounts = accounts;
    }

    /** The conversations, by id, of those pairs whose both people exist; it takes two. Who has closed their account is in none. */
    public Map<UUID, Conversation> between(Collection<Pair> pairs) {
        Map<UUID, Pair> byId = pairs.stream()
                .filter(Pair::isOfTwo)
                .collect(Collectors.toMap(Pair::conversation, Function.identity(), (pair, _) -> pair));
        Map<UUID, Conversation> found = new HashMap<>(conversations.findAllById(byId.keySet()));
        byId.keySet().removeAll(found.keySet());
        found.values().removeIf(conversation -> conversation.members().size() < 2);
        found.putAll(make(byId.values()));
        return found;
    }

    private Map<UUID, Conversation> make(Collection<Pair> pairs) {
        Set<UUID> people =
                accounts.existing(pairs.stream().flatMap(Pair::people).collect(Collectors.toSet()));
        List<Pair> possible = pairs.stream()
                .filter(pair -> pair.people().allMatch(people::contains))
                .toList();
        if (possible.isEmpty()) {
            return Map.of();
        }
        UUID[] ids = column(possible, Pair::conversation);
        conversations.makeDirect(
                ids,
                column(possible, Pair::one),
                column(possible, Pair::other),
                Clock.systemUTC().instant());
        return conversations.findAllById(Set.of(ids));
    }

    private static UUID[] column(List<Pair> pairs, Function<Pair, UUID> column) {
        return pairs.stream().map(column).toArray(UUID[]::new);
    }
}
