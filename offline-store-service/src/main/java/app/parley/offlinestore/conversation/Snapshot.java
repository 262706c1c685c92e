package app.parley.offlinestore.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of a conversation without its messages.
 *
 * @param head the last message's sequence number
 * @param settled the message log has what is left of the messages up to here
 * @param wiped the message log has nothing up to here
 * @param retention its own policy, or null for the deployment's
 * @param version of the group; 0 for a direct conversation
 * @param timer after how many seconds messages disappear; 0 for never
 * @param lastShown the last message that is shown at its own place; 0 if there never was one
 * @param lastShownAt when it was sent, in milliseconds
 * @param last the same with its content; null if it is not kept
 * @param edit the content of its last edit, or null
 * @param editSeq its sequence number
 * @param quiet the newest of the messages that do not count as unread, ascending
 * @param sends the newest, by which a retry is recognised
 * @param indexed which older ones are to be looked up
 * @param gone those of whom the message log may have traces
 * @param halved whether one of the two of a direct conversation is gone for good
 */
public record Snapshot(
        UUID conversation,
        long head,
        long settled,
        long wiped,
        @Nullable Retention retention,
        long version,
        long timer,
        long lastShown,
        long lastShownAt,
        @Nullable Message last,
        @Nullable String edit,
        long editSeq,
        List<Long> quiet,
        List<MemberPlace> members,
        List<Send> sends,
        List<IndexedSends> indexed,
        List<Gone> gone,
        boolean halved) {

    /** A conversation in which nothing has happened. */
    public static Snapshot empty(UUID conversation) {
        return new Snapshot(
                conversation,
                0,
                0,
                0,
                null,
                0,
                0,
                0,
                0,
                null,
                null,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    /** The same with another last message. */
    public Snapshot withLast(@Nullable Message other, @Nullable String itsEdit) {
        return new Snapshot(
                conversation,
                head,
                settled,
                wiped,
                retention,
                version,
                timer,
                lastShown,
                lastShownAt,
                other,
                itsEdit,
                editSeq,
                quiet,
                members,
                sends,
                indexed,
                gone,
                halved);
    }

    /**
     * Where a user stands.
     *
     * @param cursors of the user's devices, or of their mailbox
     * @param delivered one device at least has every message up to here
     * @param parked whether the conversation is listed among those that wait for the user
     * @param version that of the newest list of the user's devices, or 0
     * @param pushed a push notification went out for everything up to here
     * @param push the last one that was about to go out, or null
     * @param lost devices that are not on that list and keep their cursors all the same, and since when, in milliseconds
     * @param stays what they may see, ascending
     * @param sent the last message that they sent themselves
     */
    public record MemberPlace(
            UUID user,
            Map<UUID, Long> cursors,
            long delivered,
            long read,
            long pushed,
            @Nullable PushRange push,
            boolean parked,
            long version,
            Map<UUID, Long> lost,
            List<Stay> stays,
            long sent) {}

    /**
     * A message that was sent, and the place that it got.
     *
     * @param kind what it is; of one that is deleted, a deletion
     * @param expires when it disappears; null if it does not
     */
    public record Send(
            UUID sender,
            UUID id,
            long seq,
            long atMillis,
            Kind kind,
            @Nullable Instant expires) {

        public static Send of(Message message) {
            return new Send(
                    message.sender(),
                    message.id(),
                    message.seq(),
                    message.at().toEpochMilli(),
                    message.kind(),
                    message.expires());
        }

        /** As it is once its message is deleted. */
        Send deleted() {
            return new Send(sender, id, seq, atMillis, Kind.DELETION, expires);
        }

        public SendKey key() {
            return new SendKey(sender, id);
        }
    }

    /**
     * The sends of one sender that have left the state for the index. Who makes ids of version 7 on a clock that does not
     * run backwards never has a new one among them, so that no new send costs a look-up.
     *
     * @param madeToMillis with an id of version 7, none was made after this
     * @param untimed whether some have ids without a time; then any such id may be among them
     */
    public record IndexedSends(UUID sender, long madeToMillis, boolean untimed) {

        private static final long NONE = 0;

        static IndexedSends only(SendKey key) {
            return key.isTimed()
                    ? new IndexedSends(key.sender(), key.madeAtMillis(), false)
                    : new IndexedSends(key.sender(), NONE, true);
        }

        IndexedSends and(IndexedSends more) {
            return new IndexedSends(sender, Math.max(madeToMillis, more.madeToMillis), untimed || more.untimed);
        }

        boolean mayHave(SendKey key) {
            return key.isTimed() ? key.madeAtMillis() <= madeToMillis : untimed;
        }
    }
}
