package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Event.AudienceChanged;
import app.parley.offlinestore.conversation.Event.Carried;
import app.parley.offlinestore.conversation.Event.DevicePlace;
import app.parley.offlinestore.conversation.Event.MemberProgressed;
import app.parley.offlinestore.conversation.Event.MessageAppended;
import app.parley.offlinestore.conversation.Outcome.Progressed;
import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.offlinestore.conversation.Snapshot.Send;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log of one conversation, and where each device of each member stands in it.
 *
 * <p>Three positions divide the log. Up to {@code settled} the message log has what is left; beyond it, the messages are
 * here and in the journal. Up to {@code durable} they are visible; beyond it they have a place, but nobody may know
 * until the journal has them. Not thread-safe: a shard's conversations belong to its thread.
 */
public final class Conversation {

    private final UUID id;
    private final ConversationRules rules;
    private final WaitingUsers waiting;
    private final NavigableMap<Long, Message> unsettled = new TreeMap<>();
    private Audience audience = new Audience(List.of());
    private final Sends sends = new Sends();
    private @Nullable Retention retention;
    private long head;
    private long durable;
    private long settled;
    private long wiped;
    private long maybeStoredFrom = Long.MAX_VALUE;
    private long version;

    /** Continues from a state; all of it is durable. */
    public Conversation(Snapshot state, ConversationRules rules, WaitingUsers waiting) {
        this.id = state.conversation();
        this.rules = rules;
        this.waiting = waiting;
        restore(state);
        durable = head;
    }

    public UUID id() {
        return id;
    }

    /** The last message's sequence number, durable or not. */
    public long head() {
        return head;
    }

    /** The last visible message's sequence number. */
    public long durable() {
        return durable;
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    /** The place that this send got before, or null if it is not remembered. */
    public @Nullable Send find(SendKey send) {
        return sends.find(send);
    }

    /** Whether a send that is not remembered may have got a place all the same, which the index knows. */
    public boolean mayBeIndexed(SendKey send) {
        return sends.mayBeIndexed(send);
    }

    /** The sends before this one need not be remembered, if those that are {@link #keptSendsBefore} are indexed. */
    public long forgettableBefore() {
        return Math.min(settled + 1, head - rules.rememberedSends() + 1);
    }

    /** Remembered sends before this one whose messages are kept. */
    public List<Send> keptSendsBefore(long seq) {
        return sends.between(firstReadable(), seq - 1);
    }

    /** Forgets the sends before this one; of them, these are indexed. */
    public void forgetSendsBefore(long seq, List<Send> indexed) {
        if (sends.forgetBefore(seq, indexed)) {
            version++;
        }
    }

    /** Gives a message the next place. What happened has to get into the journal before it is told to anyone. */
    public List<Event> append(Append send, Instant at) {
        List<Event> events = new ArrayList<>(2);
        AudienceChanged change = audience.changeTo(id, send.audience(), head);
        if (change != null) {
            events.add(change);
        }
        events.add(new MessageAppended(
                new Message(id, head + 1, send.id(), send.sender(), send.device(), at, send.content()),
                send.retention()));
        events.forEach(this::apply);
        return events;
    }

    /** Takes over what happened, now or in a replay. */
    public void apply(Event event) {
        version++;
        switch (event) {
            case MessageAppended appended -> append(appended);
            case AudienceChanged change -> change(change);
            case MemberProgressed progress -> progress(progress);
            case Carried carried -> restore(carried.snapshot());
        }
    }

    private void append(MessageAppended appended) {
        Message message = appended.message();
        head = message.seq();
        retention = appended.retention();
        keep(message);
        Member sender = audience.member(message.sender());
        if (sender != null && sender.cursor(message.device()) == head - 1) {
            // what a device has sent, it has; unless it is behind, and then it says so itself once it has caught up
            audience.advance(sender, message.device(), head);
            dropWiped();
        }
        audience.members().forEach(this::index);
    }

    /** Keeps a message of the journal whose other effects are known. */
    public void keep(Message message) {
        sends.add(message);
        if (message.seq() > settled && !isWiped(message.seq())) {
            unsettled.put(message.seq(), message);
        }
    }

    private void change(AudienceChanged change) {
        audience.apply(change);
        change.joined().forEach(place -> index(place.user()));
        change.left().forEach(place -> index(place.user()));
        dropWiped();
    }

    private void progress(MemberProgressed progress) {
        Member member = audience.member(progress.user());
        if (member == null) {
            return;
        }
        // an acknowledgement may have reached the journal although the message that it followed did not
        progress.cursors().forEach((device, cursor) -> audience.advance(member, device, Math.min(cursor, head)));
        member.advanceDelivered(Math.min(progress.delivered(), head));
        member.advanceRead(Math.min(progress.read(), head));
        index(member);
        dropWiped();
    }

    private void restore(Snapshot state) {
        audience.members().forEach(member -> waiting.remove(member.user(), this));
        audience = new Audience(state.members());
        sends.addAll(state);
        head = state.head();
        settled = Math.max(settled, state.settled());
        wiped = Math.max(wiped, state.wiped());
        retention = state.retention();
        unsettled.headMap(settled, true).clear();
        audience.members().forEach(this::index);
        dropWiped();
    }

    /** The journal has every message up to here. */
    public void durableTo(long seq) {
        durable = Math.max(durable, seq);
    }

    /** A device has everything up to this message. */
    public Outcome acknowledge(UUID user, UUID device, long seq) {
        return progress(user, device, seq, 0);
    }

    /** A user has read everything up to this message, and the device has it. */
    public Outcome markRead(UUID user, UUID device, long seq) {
        return progress(user, device, seq, seq);
    }

    private Outcome progress(UUID user, UUID device, long seq, long read) {
        Member member = audience.member(user);
        if (member == null) {
            // before anything else: the answer must not tell a stranger whether there is such a conversation
            return new Refused(Reason.NOT_A_MEMBER);
        }
        if (seq < 1 || seq > durable) {
            return new Refused(Reason.SEQ_OUT_OF_RANGE);
        }
        long deliveredBefore = member.delivered();
        if (audience.advance(member, device, seq)) {
            version++;
            member.noteMoved(device);
            index(member);
            dropWiped();
        }
        boolean readMore = member.advanceRead(read);
        if (readMore) {
            version++;
            member.noteRead();
        }
        return new Progressed(member.delivered(), member.read(), readMore || member.delivered() > deliveredBefore);
    }

    /** The progress that the journal does not have yet; it has to get there, but nobody needs to wait for it. */
    public List<Event> takeProgress() {
        List<Event> events = new ArrayList<>(2);
        for (Member member : audience.members()) {
            if (member.hasProgress()) {
                events.add(member.takeProgress(id));
            }
        }
        return events;
    }

    /** What happens when a device asks for what waits: a mailbox, if there is one, becomes its own. */
    public List<Event> takeMailbox(UUID user, UUID device) {
        Member member = audience.member(user);
        if (member == null || !member.hasMailbox() || device.equals(user)) {
            return List.of();
        }
        long mailbox = member.cursor(user);
        long cursor = member.has(device) ? Math.min(mailbox, member.cursor(device)) : mailbox;
        return applied(new AudienceChanged(
                id, List.of(new DevicePlace(user, device, cursor)), List.of(new DevicePlace(user, user, mailbox))));
    }

    /** What happens when a device is revoked: what none of the user's devices has got goes to a mailbox. */
    public List<Event> forget(UUID user, UUID device) {
        Member member = audience.member(user);
        if (member == null || !member.has(device)) {
            return List.of();
        }
        boolean last = member.devices().size() == 1;
        DevicePlace mailbox = new DevicePlace(user, user, Math.min(member.delivered(), head));
        return applied(new AudienceChanged(
                id,
                last ? List.of(mailbox) : List.of(),
                List.of(new DevicePlace(user, device, member.cursor(device)))));
    }

    private List<Event> applied(Event event) {
        apply(event);
        return List.of(event);
    }

    /** Where the device stands: at the head if it has no place yet. */
    public Position position(UUID user, UUID device) {
        Member member = audience.member(user);
        long cursor = member == null ? -1 : member.cursor(device);
        return new Position(id, cursor < 0 ? durable : Math.min(cursor, durable), durable);
    }

    /** Where the device and every member stand. */
    public Standing state(UUID user, UUID device) {
        return new Standing(
                position(user, device),
                audience.members().stream()
                        .map(member -> new Standing.MemberStanding(
                                member.user(), Math.min(member.delivered(), durable), member.read()))
                        .toList());
    }

    /** The policy that holds here. */
    public Retention retention() {
        return Objects.requireNonNullElse(retention, rules.retention());
    }

    /** The first message that a reader may get. */
    public long firstReadable() {
        return retention() == Retention.WIPE ? audience.lowestCursor(head) + 1 : 1;
    }

    private boolean isWiped(long seq) {
        return seq < firstReadable();
    }

    private void dropWiped() {
        if (!unsettled.isEmpty()) {
            unsettled.headMap(firstReadable(), false).clear();
        }
    }

    /** The messages that the message log does not have, visible or not, up to this one. */
    public List<Message> unsettledTo(long seq) {
        return List.copyOf(unsettled.headMap(seq, true).values());
    }

    /** The first visible message that the message log does not have; it has whatever precedes it. */
    public long firstRecent() {
        return unsettled.isEmpty() ? durable + 1 : Math.min(unsettled.firstKey(), durable + 1);
    }

    /** Visible messages that the message log does not have, from this one on. */
    public List<Message> recentFrom(long seq, int limit) {
        return seq > durable
                ? List.of()
                : unsettled.subMap(seq, true, durable, true).values().stream()
                        .limit(limit)
                        .toList();
    }

    /** Visible messages that the message log does not have, back from this one, the newest first. */
    public List<Message> recentBackFrom(long seq, int limit) {
        return unsettled.headMap(Math.min(seq, durable), true).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }

    /** Whether the journal is the only one to have some of the messages. */
    public boolean hasUnsettled() {
        return !unsettled.isEmpty();
    }

    /**
     * An attempt to store messages from this one on has begun; until one has succeeded, the message log may have any of
     * them, so that they have to be wiped there even if they are acknowledged meanwhile.
     */
    public void maybeStoredFrom(long seq) {
        maybeStoredFrom = Math.min(maybeStoredFrom, seq);
    }

    /**
     * The message log has what is left of the messages up to here, so that the journal need not.
     *
     * @param firstStored the first message that had to be stored; beyond {@code seq} if there was none
     */
    public void settledTo(long seq, long firstStored) {
        if (wiped == settled) {
            wiped = Math.max(wiped, Math.min(firstStored, maybeStoredFrom) - 1);
        }
        maybeStoredFrom = Long.MAX_VALUE;
        settled = Math.max(settled, seq);
        unsettled.headMap(settled, true).clear();
        version++;
    }

    public long settled() {
        return settled;
    }

    /** Whether the message log has, or may have, messages of this conversation. */
    public boolean hasSettledMessages() {
        return wiped < settled;
    }

    /** The message log may lose what follows {@link #wiped()}, up to here. */
    public long wipeableTo() {
        return retention() == Retention.WIPE ? Math.max(wiped, Math.min(settled, firstReadable() - 1)) : wiped;
    }

    public long wiped() {
        return wiped;
    }

    /** The message log has nothing up to here. */
    public void wipedTo(long seq) {
        wiped = Math.max(wiped, seq);
    }

    /** Those whom settled messages wait for and who are not listed as such. */
    public List<UUID> usersToPark() {
        return audience.members().stream()
                .filter(member -> !member.isParked() && member.lowestCursor(settled) < settled)
                .map(Member::user)
                .toList();
    }

    /** Those whom nothing waits for any more although they are listed. */
    public List<UUID> usersToUnpark() {
        return audience.members().stream()
                .filter(member -> member.isParked() && member.lowestCursor(head) == head)
                .map(Member::user)
                .toList();
    }

    /** A user is listed among those for whom the conversation waits, or is no longer. */
    public void parked(UUID user, boolean now) {
        Member member = audience.member(user);
        if (member != null) {
            member.parked(now);
        }
    }

    /** Whether the message log has something that is to go, or a user is listed for whom nothing waits. */
    public boolean isUntidy() {
        return wipeableTo() > wiped || (settled > 0 && !usersToUnpark().isEmpty());
    }

    /** How many messages some device does not have. */
    public long waitingCount() {
        return head - audience.lowestCursor(head);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                id,
                head,
                settled,
                wiped,
                retention,
                audience.members().stream().map(Member::place).toList(),
                sends.toSave(settled, head - rules.rememberedSends() + 1),
                sends.indexed());
    }

    /** Leaves memory: it is no longer found by those for whom it waits. */
    public void leave() {
        audience.members().forEach(member -> waiting.remove(member.user(), this));
    }

    private void index(UUID user) {
        Member member = audience.member(user);
        if (member == null) {
            waiting.remove(user, this);
        } else {
            index(member);
        }
    }

    private void index(Member member) {
        if (member.lowestCursor(head) < head) {
            waiting.add(member.user(), this);
        } else {
            waiting.remove(member.user(), this);
        }
    }
}
