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
 * @param withheld whether only its sender is to see it
 * @param timer after how many seconds messages disappear from here on, 0 for never; null if that stays as it is
 */
public record Posting(
        UUID id,
        Device sender,
        String content,
        Audience audience,
        @Nullable GroupChange change,
        Kind kind,
        @Nullable Origin origin,
        boolean withheld,
        @Nullable Long timer) {

    /**
     * A draft whose audience is known.
     *
     * @param origin what the earlier message has to be that it is about, or null if it is about none
     */
    static Posting of(Draft draft, Audience audience, @Nullable Origin origin) {
        return new Posting(
                draft.id(),
                draft.sender(),
                draft.content(),
                audience,
                null,
                draft.kind(),
                origin,
                audience.conversation().withholdsFrom(draft.sender().user()),
                draft.timer());
    }

    /** What the server says of a group that has changed. */
    static Posting of(GroupChange change, Audience audience) {
        return new Posting(
                change.id(),
                new Device(change.actor(), Message.NO_DEVICE),
                change.content(),
                audience,
                change,
                Kind.NOTICE,
                null,
                false,
                null);
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
