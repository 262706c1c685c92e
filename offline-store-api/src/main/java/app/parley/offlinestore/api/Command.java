package app.parley.offlinestore.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changes a shard. Every command may be sent again without harm. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Command.Append.class, name = "append"),
    @JsonSubTypes.Type(value = Command.Acknowledge.class, name = "acknowledge"),
    @JsonSubTypes.Type(value = Command.MarkRead.class, name = "read"),
    @JsonSubTypes.Type(value = Command.StartPush.class, name = "push"),
    @JsonSubTypes.Type(value = Command.NotePush.class, name = "pushed")
})
public sealed interface Command {

    UUID conversation();

    /**
     * A message for the end of the conversation's log.
     *
     * @param id made by the client: the key by which a retry is recognised, within its conversation and sender
     * @param sender the user who sends
     * @param device the device they send from
     * @param content a JSON object, as text; the store does not look into it
     * @param audience everybody in the conversation, the sender included, with the devices that have to get it; null for
     *     those whom the key stands for, see {@link Outcome.AudienceUnknown}
     * @param audienceKey stands for everybody's list of devices, as versions; the same lists have the same key. 0 if a list has
     *     no version, or it is not used
     * @param retention the conversation's own policy, or null for the deployment's
     * @param version of the group, as the caller knows it, or as the change makes it; 0 for a direct conversation. Under
     *     another version than the log's nothing is appended, see {@link Outcome.OtherVersion}
     * @param change what the message tells of who is in the group; null if it tells nothing of that
     * @param kind what it is; for an edit or a deletion, the reference says of which message
     * @param reference the message that it is about, or null
     * @param withheld whether only the sender is to see it; in a direct conversation
     * @param timer after how many seconds messages disappear from here on, 0 for never; null if that stays as it is
     */
    record Append(
            UUID conversation,
            UUID id,
            UUID sender,
            UUID device,
            String content,
            @Nullable List<Recipient> audience,
            long audienceKey,
            @Nullable Retention retention,
            long version,
            @Nullable MembersChange change,
            Kind kind,
            @Nullable Reference reference,
            boolean withheld,
            @Nullable Long timer)
            implements Command {

        /** Without the content, so that no log can hold it. */
        @Override
        public String toString() {
            return "Append[conversation=" + conversation + ", id=" + id + ", sender=" + sender + "]";
        }
    }

    /** The device has every message up to and with this sequence number. */
    record Acknowledge(UUID conversation, UUID user, UUID device, long seq) implements Command {}

    /**
     * A push notification is to go out to the user. The answer is {@link Outcome.PushStarted} with the messages that it is
     * for, the same until it is said that it went out; or {@link Outcome.Progressed} if there is no reason for one.
     */
    record StartPush(UUID conversation, UUID user) implements Command {}

    /** A push notification went out to the user for every message up to and with this sequence number. */
    record NotePush(UUID conversation, UUID user, long seq) implements Command {}

    /** The user has read every message up to and with this sequence number; the device has them, too. */
    record MarkRead(UUID conversation, UUID user, UUID device, long seq) implements Command {}
}
