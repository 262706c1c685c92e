package app.parley.chat.message;

import app.parley.chat.routing.Device;
import app.parley.chat.routing.Message;
import app.parley.chat.routing.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The durable log of each conversation, and the places of devices in it. */
public interface MessageLog {

    /**
     * Puts a message at the end of its conversation's log. Postings to one conversation keep the order of the calls.
     *
     * @param deadline by {@link System#nanoTime}: the answer comes before it
     */
    void append(Posting posting, long deadline, AppendAnswer answer);

    /** Says what a device has, or what its user has read. Of several for the same place only the last may count. */
    void progress(Progress progress, ProgressAnswer answer);

    /** Messages that are durable and not wiped, and that this user may see, ascending. */
    Mono<List<Message>> messages(UUID conversation, UUID user, Page page);

    /** What a list shows of these conversations, any number of them; those of which nothing is known are left out. */
    Flux<Overview> overviews(UUID user, List<Listed> conversations);

    /** Where those stand who are in the conversation and may see this message; nobody if this user may not. */
    Mono<List<Receipt>> receipts(UUID conversation, UUID user, long seq);

    Mono<Standing> standing(UUID conversation, Device device);

    /** The conversations that have something for this device. Asked once its route is known. */
    Mono<List<Position>> pending(Device device);

    /** Who has not acknowledged in time, as far as this node is to look after it. */
    Flux<Overdue> overdue();

    /**
     * Says which messages a push notification to a user is for; empty if there is no reason for one, and an error if the log
     * does not know now. Asked again, by whatever
     * node, it says the same until it is noted that the push went out.
     */
    Mono<PushRange> startPush(UUID conversation, UUID user);

    /** Notes that a push notification went out to a user for everything up to and with this message. */
    Mono<Void> notePush(UUID conversation, UUID user, long seq);

    /**
     * Completes when it is durable that this log will forget a user who is gone: whoever sent, was mentioned or was told of is
     * nobody then. May be asked again.
     *
     * @param erase whether what the user sent is erased; otherwise it stays, without its sender
     */
    Mono<Void> forget(UUID conversation, UUID user, boolean erase);

    /** Completes when everything that was given to the log so far has been answered. */
    Mono<Void> settled();

    /** What became of a posting: one of these, once. */
    interface AppendAnswer {

        /**
         * The message is durable.
         *
         * @param outdated those of its audience who have other devices than it says: the message waits for those
         */
        void appended(long seq, Instant at, List<UUID> outdated);

        /**
         * The group is of another version than the posting says, so nothing was appended.
         *
         * @param version that of the log: newer, then the group is to be looked up again; or older, then the log lacks changes
         */
        void otherVersion(long version);

        void refused(Refusal refusal);
    }

    /** What became of a progress: one of the two, once, unless a later one made it void. */
    interface ProgressAnswer {

        /**
         * The user now stands here.
         *
         * @param changed false if the progress said nothing new
         * @param everyone in a group, how far everybody is now; null if that has not changed
         */
        void progressed(long delivered, long read, boolean changed, @Nullable Everyone everyone);

        void refused(Refusal refusal);
    }

    /** How far everybody in a group has received and read. */
    record Everyone(long delivered, long read) {}

    /**
     * How far a device has come.
     *
     * @param read whether the user has read it; if not, the device merely has it
     * @param sure whether the sequence number is known to exist, so that a later one may take its place
     */
    record Progress(UUID conversation, Device device, long seq, boolean read, boolean sure) {}
}
