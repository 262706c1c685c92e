package app.parley.profile.conversation;

import app.parley.profile.account.Accounts;
import java.time.Clock;
import java.util.Collection;
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

        boolean isOfTwo() {
            return !one.equals(other);
        }

        Stream<UUID> people() {
            return Stream.of(one, other);
        }
    }

    private final Conversations conversations;
    private final Accounts accounts;

    DirectConversations(Conversations conversations, Accounts accounts) {
        this.conversations = conversations;
        this.accounts = accounts;
    }

    /** The conversations of those pairs whose both people exist; it takes two. */
    public Map<Pair, Conversation> between(Collection<Pair> pairs) {
        Map<Pair, UUID> ids = pairs.stream()
                .filter(Pair::isOfTwo)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), pair -> DirectConversationId.of(pair.one(), pair.other())));
        Map<UUID, Conversation> known = conversations.findAllById(Set.copyOf(ids.values()));
        Map<Pair, UUID> missing = ids.entrySet().stream()
                .filter(pair -> !known.containsKey(pair.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        known.putAll(make(missing));
        return ids.entrySet().stream()
                .filter(pair -> known.containsKey(pair.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, pair -> known.get(pair.getValue())));
    }

    private Map<UUID, Conversation> make(Map<Pair, UUID> pairs) {
        Set<UUID> people =
                accounts.existing(pairs.keySet().stream().flatMap(Pair::people).collect(Collectors.toSet()));
        List<Map.Entry<Pair, UUID>> possible = pairs.entrySet().stream()
                .filter(pair -> pair.getKey().people().allMatch(people::contains))
                .toList();
        possible.forEach(pair -> conversations.makeDirect(
                pair.getValue(),
                pair.getKey().one(),
                pair.getKey().other(),
                Clock.systemUTC().instant()));
        return conversations.findAllById(
                possible.stream().map(Map.Entry::getValue).collect(Collectors.toSet()));
    }
}
