package app.parley.profile.personal;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What has changed in what people keep for themselves, for devices that were away. */
@Service
public class Feed {

    private final PersonalStates states;
    private final ConversationStates conversations;
    private final MessageStates messages;
    private final BroadcastLists broadcasts;

    Feed(PersonalStates states, ConversationStates conversations, MessageStates messages, BroadcastLists broadcasts) {
        this.states = states;
        this.conversations = conversations;
        this.messages = messages;
        this.broadcasts = broadcasts;
    }

    /** What follows a place. All of it is read as it was at one moment, or a change made meanwhile could be passed over. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public FeedPage after(UUID user, FeedPlace place, int limit) {
        return states.findById(user)
                .map(state -> page(user, state, place, limit))
                .orElseGet(() -> new FeedPage(List.of(), FeedPlace.START, false, !place.equals(FeedPlace.START)));
    }

    private FeedPage page(UUID user, PersonalState state, FeedPlace place, int limit) {
        boolean reset = !place.leadsOnTo(state);
        long from = reset ? 0 : place.version();
        List<? extends Entry> found = changed(user, from, Limit.of(limit + 1));
        List<? extends Entry> entries = found.subList(0, Math.min(limit, found.size()));
        boolean more = entries.size() < found.size();
        FeedPlace next = new FeedPlace(
                more ? entries.getLast().version() : state.version(),
                from == 0 ? state.forgotten() : place.forgotten());
        return new FeedPage(entries, next, more, reset);
    }

    private List<? extends Entry> changed(UUID user, long version, Limit limit) {
        return Stream.of(
                        conversations.findChanged(user, version, limit),
                        messages.findChanged(user, version, limit),
                        broadcasts.findChanged(user, version, limit))
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Entry::version))
                .toList();
    }
}
