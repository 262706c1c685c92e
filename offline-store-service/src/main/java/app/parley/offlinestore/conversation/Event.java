package app.parley.offlinestore.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation. Applied in their order, events give its state; the journal keeps them. */
public sealed interface Event {

    UUID conversation();

    /**
     * A message took the next place.
     *
     * @param retention the conversation's own policy from here on, or null for the deployment's
     * @param version of the group from here on; 0 for a direct conversation
     * @param change who is in the group from here on, or null if the same
     * @param withheld whether only the sender is to see it
     * @param timer after how many seconds messages disappear from here on, 0 for never; null if that stays as it is
     */
    record MessageAppended(
            Message message,
            @Nullable Retention retention,
            long version,
            @Nullable MembersChange change,
            boolean withheld,
            @Nullable Long timer)
            implements Event {
        @Override
        public UUID conversation() {
            return message.conversation();
        }
    }

    /** Devices came, at a cursor that is theirs from here on, and others went; newer lists of them took the older's place. */
    record AudienceChanged(UUID conversation, List<DevicePlace> joined, List<DevicePlace> left, List<ListTaken> lists)
            implements Event {}

    /**
     * A user's devices acknowledged, or the user read. It never takes anything back.
     *
     * @param cursors of the devices that moved on
     * @param delivered one device at least had everything up to here; it may be gone
     * @param pushed a push notification went out for everything up to here
     * @param push the last one that was about to go out, or null
     */
    record MemberProgressed(
            UUID conversation,
            UUID user,
            Map<UUID, Long> cursors,
            long delivered,
            long read,
            long pushed,
            @Nullable PushRange push)
            implements Event {}

    /** The whole state at this point, so that whatever was written before is no longer needed. */
    record Carried(Snapshot snapshot) implements Event {
        @Override
        public UUID conversation() {
            return snapshot.conversation();
        }
    }

    /** Somebody is to leave no trace in the conversation. */
    record UserForgotten(UUID conversation, Gone gone) implements Event {}

    /**
     * A list of a user's devices, as which the places here are from now on.
     *
     * @param lost devices that are not on it and keep their places all the same, and since when, in milliseconds
     */
    record ListTaken(UUID user, long version, Map<UUID, Long> lost) {}

    /** A device of a user, and its cursor. */
    record DevicePlace(UUID user, UUID device, long cursor) {}
}
