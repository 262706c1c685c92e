package app.parley.chat.message;

import app.parley.chat.conversation.Audience;
import app.parley.chat.conversation.GroupChange;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Message;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be appended, with its audience.
 *
 * @param change of the group, if it tells of one, and then the audience is as it is with it; or null
 * @param origin what the earlier message has to be that it is about, or null
 */
public record Posting(
        UUID id,
        Device sender,
        String content,
        Audience audience,
        @Nullable GroupChange change,
        @Nullable Origin origin) {

    /**
     * A draft whose audience is known.
     *
     * @param origin what the earlier message has to be that it is about, or null if it is about none
     */
    static Posting of(Draft draft, Audience audience, @Nullable Origin origin) {
        return new Posting(draft.id(), draft.sender(), draft.content(), audience, null, origin);
    }

    /** What the server says of a group that has changed. */
    static Posting of(GroupChange change, Audience audience) {
        return new Posting(
                change.id(), new Device(change.actor(), Message.NO_DEVICE), change.content(), audience, change, null);
    }

    /** As it is once it has its place. */
    Message at(long seq, Instant at) {
        return new Message(audience.conversation().id(), seq, id, sender.user(), sender.device(), at, content);
    }

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "Posting[id=" + id + ", conversation=" + audience.conversation().id() + "]";
    }
}
