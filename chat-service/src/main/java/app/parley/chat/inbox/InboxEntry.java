package app.parley.chat.inbox;

import app.parley.chat.message.Overview;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation of a user's list, and what is to be seen of it. */
public record InboxEntry(OwnConversation own, Overview overview) {

    InboxPlace place() {
        return new InboxPlace(millis(own.pinnedAt()), millis(overview.at()), own.id());
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? 0 : time.toEpochMilli();
    }
}
