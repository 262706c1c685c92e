package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.LogTail;
import app.parley.offlinestore.conversation.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A stretch of a conversation's log that a user may see: what memory has of it, and the part that the message log has to
 * give.
 *
 * @param recent what memory has, in the order of the reading
 * @param first the first message to be read from the message log
 * @param last the last one; before {@code first} if there is none
 * @param back whether the newest come first
 * @param overlay what is left of the messages, whatever the message log has
 */
record LogView(
        UUID conversation, List<Message> recent, long first, long last, int limit, boolean back, LogOverlay overlay) {

    /** What follows this message, the oldest first: a view for each stay of the user's. */
    static List<LogView> after(Conversation conversation, UUID user, long seq, int limit) {
        return conversation.stays(user).stream()
                .filter(stay -> stay.to() > seq)
                .map(stay -> forward(conversation, Math.max(seq + 1, stay.from()), stay.to(), limit))
                .toList();
    }

    private static LogView forward(Conversation conversation, long from, long to, int limit) {
        LogTail tail = conversation.tail();
        long first = Math.max(from, conversation.firstReadable());
        List<Message> recent = tail.recentFrom(first, limit).stream()
                .filter(message -> message.seq() <= to)
                .toList();
        long last = Math.min(to, Math.min(tail.firstRecent() - 1, tail.settled()));
        return new LogView(conversation.id(), recent, first, last, limit, false, LogOverlay.of(conversation));
    }

    /** What precedes this message, or all, the newest first: a view for each stay of the user's. */
    static List<LogView> before(Conversation conversation, UUID user, @Nullable Long seq, int limit) {
        long newest = seq == null ? conversation.tail().durable() : seq - 1;
        return conversation.stays(user).reversed().stream()
                .filter(stay -> stay.from() <= newest)
                .map(stay -> backward(conversation, Math.min(newest, stay.to()), stay.from(), limit))
                .toList();
    }

    private static LogView backward(Conversation conversation, long from, long to, int limit) {
        LogTail tail = conversation.tail();
        List<Message> recent = tail.recentBackFrom(from, limit).stream()
                .filter(message -> message.seq() >= to)
                .toList();
        long last = Math.min(from, Math.min(tail.firstRecent() - 1, tail.settled()));
        long first = Math.max(to, conversation.firstReadable());
        return new LogView(
                conversation.id(), recent, first, last, limit - recent.size(), true, LogOverlay.of(conversation));
    }

    /** What is left of the messages, in the order of the reading. */
    Mono<List<Message>> read(MessageLog log) {
        return found(log).map(this::left);
    }

    private Mono<List<Message>> found(MessageLog log) {
        if (first > last || limit == 0) {
            return Mono.just(recent);
        }
        return back
                ? log.descending(conversation, first, last, limit).collectList().map(older -> joined(recent, older))
                : log.ascending(conversation, first, last, limit).collectList().map(older -> joined(older, recent));
    }

    /** What is left of these; each keeps its place. */
    List<Message> left(List<Message> found) {
        Instant now = Instant.now();
        return found.stream().map(overlay::left).map(message -> message.at(now)).toList();
    }

    private static List<Message> joined(List<Message> first, List<Message> then) {
        List<Message> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
