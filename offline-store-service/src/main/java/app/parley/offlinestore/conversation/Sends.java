package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Snapshot.IndexedSends;
import app.parley.offlinestore.conversation.Snapshot.Send;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sends that a conversation remembers, so that a retry gets the place that its message has; and of each sender, which
 * of the older ones are indexed elsewhere.
 */
final class Sends {

    private final Map<SendKey, Send> byKey = new HashMap<>();
    private final Map<UUID, IndexedSends> indexed = new HashMap<>();

    @Nullable
    Send find(SendKey key) {
        return byKey.get(key);
    }

    /** The send that got this place, if it is remembered. */
    @Nullable
    Send at(long seq) {
        return byKey.values().stream()
                .filter(send -> send.seq() == seq)
                .findAny()
                .orElse(null);
    }

    void add(Message message) {
        add(Send.of(message));
    }

    /** Notes that this message is no more, as long as its send is remembered. */
    void delete(long seq) {
        Send send = at(seq);
        if (send != null) {
            add(send.deleted());
        }
    }

    void add(Send send) {
        byKey.put(send.key(), send);
    }

    /** Forgets what a user sent. */
    void forget(UUID sender) {
        byKey.keySet().removeIf(key -> key.sender().equals(sender));
        indexed.remove(sender);
    }

    /** What a state has takes the place of all that is here. */
    void replace(Snapshot state) {
        byKey.clear();
        indexed.clear();
        state.sends().forEach(this::add);
        state.indexed().forEach(these -> indexed.merge(these.sender(), these, IndexedSends::and));
    }

    /** Whether a send that is not remembered may be indexed. False for a new one, if its id has a time. */
    boolean mayBeIndexed(SendKey key) {
        IndexedSends these = indexed.get(key.sender());
        return these != null && these.mayHave(key);
    }

    /** Forgets what precedes this sequence number; of that, these sends are indexed. Says whether there was any. */
    boolean forgetBefore(long seq, List<Send> nowIndexed) {
        nowIndexed.forEach(send -> indexed.merge(send.sender(), IndexedSends.only(send.key()), IndexedSends::and));
        return byKey.values().removeIf(send -> send.seq() < seq);
    }

    /** Those from {@code first} to {@code last}, both included, in their order. */
    List<Send> between(long first, long last) {
        return byKey.values().stream()
                .filter(send -> send.seq() >= first && send.seq() <= last)
                .sorted(Comparator.comparingLong(Send::seq))
                .toList();
    }

    /** Those that a state has to have: those that no journal has any more, and the newest. */
    List<Send> toSave(long settled, long newestFrom) {
        return byKey.values().stream()
                .filter(send -> send.seq() <= settled || send.seq() >= newestFrom)
                .sorted(Comparator.comparingLong(Send::seq))
                .toList();
    }

    List<IndexedSends> indexed() {
        return new ArrayList<>(indexed.values());
    }
}
