package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A stretch of a conversation's log: what memory has of it, and the part that the message log has to give.
 *
 * @param first the first message to be read from the message log
 * @param last the last one; before {@code first} if there is none
 */
record LogView(UUID conversation, List<Message> recent, long first, long last, int limit, boolean back) {

    /** The messages that follow this one. */
    static LogView after(Conversation conversation, long seq, int limit) {
        long first = Math.max(seq + 1, conversation.firstReadable());
        long last = Math.min(
                conversation.tail().firstRecent() - 1, conversation.tail().settled());
        return new LogView(conversation.id(), conversation.tail().recentFrom(first, limit), first, last, limit, false);
    }

    /** The messages that precede this one, or the newest of all. */
    static LogView before(Conversation conversation, @Nullable Long seq, int limit) {
        long newest = seq == null ? conversation.tail().durable() : seq - 1;
        List<Message> recent = conversation.tail().recentBackFrom(newest, limit);
        long last = Math.min(
                newest,
                Math.min(
                        conversation.tail().firstRecent() - 1,
                        conversation.tail().settled()));
        return new LogView(conversation.id(), recent, conversation.firstReadable(), last, limit - recent.size(), true);
    }

    /** The messages, ascending. */
    Mono<List<Message>> read(MessageLog log) {
        if (first > last || limit == 0) {
            return Mono.just(back ? recent.reversed() : recent);
        }
        return back
                ? log.descending(conversation, first, last, limit)
                        .collectList()
                        .map(older -> joined(older.reversed(), recent.reversed()))
                : log.ascending(conversation, first, last, limit)
                        .collectList()
                        .map(older -> joined(older, recent.subList(0, Math.min(recent.size(), limit - older.size()))));
    }

    private static List<Message> joined(List<Message> older, List<Message> newer) {
        List<Message> all = new ArrayList<>(older);
        all.addAll(newer);
        return all;
    }
}
