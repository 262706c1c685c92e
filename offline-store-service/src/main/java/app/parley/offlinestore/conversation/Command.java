package app.parley.offlinestore.conversation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked of a conversation. Every command may come again without harm. */
public sealed interface Command {

    UUID conversation();

    /**
     * To append a message.
     *
     * @param id made by the client: within its conversation and sender, the key by which a retry is recognised
     * @param audience everybody in the conversation, the sender included; null for those whom the key stands for
     * @param audienceKey stands for the lists of devices of the audience; 0 if it is not used
     * @param retention the conversation's own policy, or null for the deployment's
     * @param version of the group, as the sender knows it, or as the change makes it; 0 for a direct conversation
     * @param change what the message tells of who is in the group, or null
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

        boolean isToGroup() {
            return version > 0;
        }

        /** The message that a remark, an edit or a deletion is about; 0 for any other. */
        long of() {
            return reference != null && (kind == Kind.REMARK || kind.isChange()) ? reference.seq() : 0;
        }

        /** The version of the group in which it may be appended. */
        long versionBefore() {
            return change == null ? version : version - 1;
        }

        /** Without the content, so that no log can hold it. */
        @Override
        public String toString() {
            return "Append[conversation=" + conversation + ", id=" + id + ", sender=" + sender + "]";
        }
    }

    /** To note that a device has everything up to a message. */
    record Acknowledge(UUID conversation, UUID user, UUID device, long seq) implements Command {}

    /** To note that a user has read everything up to a message, and that the device has it. */
    record MarkRead(UUID conversation, UUID user, UUID device, long seq) implements Command {}

    /** To say which messages a push notification to a user is for, and to stay with that until it is noted. */
    record StartPush(UUID conversation, UUID user) implements Command {}

    /** To note that a push notification went out to a user for everything up to a message. */
    record NotePush(UUID conversation, UUID user, long seq) implements Command {}
}
