package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Snapshot.Send;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sends that a conversation remembers, so that a retry gets the place that its message has. */
final class Sends {

    private final Map<Key, Send> byKey = new HashMap<>();

    @Nullable
    Send find(UUID sender, UUID id) {
        return byKey.get(new Key(sender, id));
    }

    void add(Message message) {
        add(new Send(message.sender(), message.id(), message.seq(), message.at().toEpochMilli()));
    }

    void add(Send send) {
        byKey.put(new Key(send.sender(), send.id()), send);
    }

    /** Forgets what precedes this sequence number. */
    void forgetBefore(long seq) {
        byKey.values().removeIf(send -> send.seq() < seq);
    }

    /** Those from this sequence number on, in their order. */
    List<Send> from(long seq) {
        return byKey.values().stream()
                .filter(send -> send.seq() >= seq)
                .sorted(Comparator.comparingLong(Send::seq))
                .toList();
    }

    @Nullable
    Send oldest() {
        return byKey.values().stream().min(Comparator.comparingLong(Send::seq)).orElse(null);
    }

    private record Key(UUID sender, UUID id) {}
}
