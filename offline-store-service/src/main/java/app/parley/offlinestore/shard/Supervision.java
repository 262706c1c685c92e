package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Overdue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;

/**
 * Watches the conversations of a shard until every device has acknowledged what was sent, and says who has not, at longer and
 * longer intervals. What this forgets, because it was said often enough or the shard moved, a device still gets when it
 * connects. Belongs to the shard's thread.
 */
final class Supervision {

    private final LoadedConversations conversations;
    private final SupervisionSettings settings;
    private final Map<UUID, Watched> watched = new HashMap<>();
    private final Queue<Watched> byTime = new PriorityQueue<>(Comparator.comparingLong(Watched::dueNanos));

    Supervision(LoadedConversations conversations, SupervisionSettings settings) {
        this.conversations = conversations;
        this.settings = settings;
    }

    /** Something new was sent in a conversation. */
    void watch(Conversation conversation) {
        Watched before = watched.get(conversation.id());
        if (before == null || before.attempts() > 0) {
            schedule(conversation.id(), 0, settings.first());
        }
    }

    private void schedule(UUID conversation, int attempts, Duration pause) {
        Watched next = new Watched(conversation, attempts, System.nanoTime() + pause.toNanos());
        watched.put(conversation, next);
        byTime.add(next);
    }

    /** Those who are overdue now, of so many at most; they are so again after a pause. */
    List<Reminder> due(int limit) {
        List<Reminder> due = new ArrayList<>();
        long now = System.nanoTime();
        while (due.size() < limit && !byTime.isEmpty() && byTime.peek().dueNanos() - now <= 0) {
            Watched next = byTime.remove();
            if (watched.remove(next.conversation(), next)) {
                due.addAll(remind(next));
            }
        }
        return due;
    }

    private List<Reminder> remind(Watched next) {
        Loaded here = conversations.peek(next.conversation());
        List<Overdue> overdue = here == null ? List.of() : here.conversation().overdue();
        int attempt = next.attempts() + 1;
        if (!overdue.isEmpty() && attempt < settings.attempts()) {
            schedule(next.conversation(), attempt, settings.pauseAfter(attempt));
        }
        boolean again = attempt >= settings.againFrom();
        return overdue.stream().map(its -> new Reminder(its, again)).toList();
    }

    private record Watched(UUID conversation, int attempts, long dueNanos) {}
}
