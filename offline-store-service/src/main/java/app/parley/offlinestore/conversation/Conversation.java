package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Event.AudienceChanged;
import app.parley.offlinestore.conversation.Event.Carried;
import app.parley.offlinestore.conversation.Event.MemberProgressed;
import app.parley.offlinestore.conversation.Event.MessageAppended;
import app.parley.offlinestore.conversation.Event.UserForgotten;
import app.parley.offlinestore.conversation.Outcome.AudienceUnknown;
import app.parley.offlinestore.conversation.Outcome.Everyone;
import app.parley.offlinestore.conversation.Outcome.OtherVersion;
import app.parley.offlinestore.conversation.Outcome.Progressed;
import app.parley.offlinestore.conversation.Outcome.PushStarted;
import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.offlinestore.conversation.Snapshot.Send;
import app.parley.offlinestore.conversation.Standing.MemberStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log of one conversation, and where each device of each member stands in it: the {@link LogTail} has what the
 * message log has not, the {@link Audience} has the members, and the {@link Sends} are those that are remembered.
 *
 * <p>Not thread-safe: a shard's conversations belong to its thread.
 */
public final class Conversation {

    private final UUID id;
    private final ConversationRules rules;
    private final Audience audience;
    private final LogTail tail = new LogTail();
    private final Sends sends = new Sends();
    private final Shown shown = new Shown();
    private final Map<UUID, Gone> gone = new LinkedHashMap<>(0);
    private @Nullable Retention retention;
    private long head;
    private long group;
    private long timer;
    private boolean halved;
    private long version;

    /** Continues from a state; all of it is durable. */
    public Conversation(Snapshot state, ConversationRules rules, WaitingUsers waiting) {
        this.id = state.conversation();
        this.rules = rules;
        this.audience = new Audience(this, waiting);
        restore(state);
        tail.durableTo(head);
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
        return tail.durable();
    }

    /** The end of the log, and the positions that divide it. */
    public LogTail tail() {
        return tail;
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
        return Math.min(tail.settled() + 1, head - rules.rememberedSends() + 1);
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

    /** Why a send cannot be appended now; null if it can. */
    public @Nullable Outcome refusal(Append send) {
        if (send.versionBefore() != group) {
            return new OtherVersion(group);
        }
        if (send.audience() == null && !audience.isKnownAs(send.audienceKey())) {
            return new AudienceUnknown();
        }
        if (send.isToGroup() && send.change() == null && !audience.isIn(send.sender())) {
            return new Refused(Reason.NOT_A_MEMBER);
        }
        if (halved && send.audience() != null && send.audience().size() > 1) {
            // whoever sends this has not heard that the other one is gone, who must not come back
            return new Refused(Reason.NOT_A_MEMBER);
        }
        Reference reference = send.reference();
        return reference == null || isThere(reference.seq(), send.sender())
                ? null
                : new Refused(Reason.NO_SUCH_MESSAGE);
    }

    private boolean isThere(long seq, UUID user) {
        boolean seen = seq >= 1 && seq <= head && audience.lastSeen(user, seq) == seq;
        return seen && !isDeleted(seq);
    }

    /** Whether a message is known to be deleted; of an old one, only the message log knows. */
    private boolean isDeleted(long seq) {
        if (tail.isDeleted(seq)) {
            return true;
        }
        Send send = tail.find(seq) == null ? sends.at(seq) : null;
        return send != null && send.kind() == Kind.DELETION;
    }

    /** Who sent a message, and when, as far as that is remembered; null if the message log has to be asked. */
    public @Nullable Send origin(long seq) {
        Message message = tail.find(seq);
        return message == null ? sends.at(seq) : Send.of(message);
    }

    /** Those of a send's audience of whose devices a newer list is known here. */
    public List<UUID> outdated(@Nullable List<Recipient> recipients) {
        return recipients == null ? List.of() : audience.outdated(recipients);
    }

    /** Gives a message the next place. What happened has to get into the journal before it is told to anyone. */
    public List<Event> append(Append send, Instant at) {
        List<Event> events = new ArrayList<>(2);
        AudienceChanged change = devices(send, at);
        if (change != null) {
            events.add(change);
        }
        events.add(new MessageAppended(
                message(send, at), send.retention(), send.version(), send.change(), send.withheld(), send.timer()));
        boolean current = outdated(send.audience()).isEmpty();
        events.forEach(this::apply);
        if (send.audience() != null && current && !audience.missesSome()) {
            audience.knowAs(send.audienceKey());
        }
        return events;
    }

    private Message message(Append send, Instant at) {
        return new Message(
                id,
                head + 1,
                send.id(),
                send.sender(),
                send.device(),
                at,
                send.content(),
                send.kind(),
                send.of(),
                expiry(send, at));
    }

    /** What is said of a message disappears with it, as far as it is remembered; that it is deleted does not disappear. */
    private @Nullable Instant expiry(Append send, Instant at) {
        Instant own = timer == 0 ? null : at.plusSeconds(timer);
        return switch (send.kind()) {
            case MESSAGE -> own;
            case NOTICE, DELETION -> null;
            case REMARK, EDIT -> {
                Send origin = origin(send.of());
                yield origin == null ? own : origin.expires();
            }
        };
    }

    private @Nullable AudienceChanged devices(Append send, Instant at) {
        List<Recipient> recipients = send.audience();
        if (recipients == null) {
            return null;
        }
        if (!send.isToGroup()) {
            return audience.changeTo(recipients, head, at, rules.lostFor());
        }
        List<UUID> joining = send.change() == null ? List.of() : send.change().joined();
        return audience.devicesOf(recipients, joining, head, at, rules.lostFor());
    }

    /** Takes over what happened, now or in a replay. */
    public void apply(Event event) {
        version++;
        switch (event) {
            case MessageAppended appended -> append(appended);
            case AudienceChanged change -> audience.apply(change, head, group > 0 ? List.of() : List.of(Stay.ALWAYS));
            case MemberProgressed progress -> audience.apply(progress, head);
            case UserForgotten forgotten -> forget(forgotten.gone());
            case Carried carried -> restore(carried.snapshot());
        }
        dropWiped();
    }

    private void forget(Gone user) {
        halved = group == 0;
        gone.put(user.user(), user);
        audience.forget(user.user());
        sends.forget(user.user());
        shown.forget(user);
    }

    /** What happens when somebody is to leave no trace; the message log is to be cleared of them as well. */
    public List<Event> forgetUser(UUID user, boolean erase) {
        Event forgotten = new UserForgotten(id, new Gone(user, erase, head));
        apply(forgotten);
        return List.of(forgotten);
    }

    /** The message log has been cleared of somebody; the state that is saved next does not know of them. */
    public void tracesErased(UUID user) {
        gone.remove(user);
        version++;
    }

    /** Those of whom the message log may have traces. */
    public List<Gone> gone() {
        return List.copyOf(gone.values());
    }

    /** Those among them of whom it has all traces that there will ever be. */
    public List<Gone> erasable() {
        return gone.values().stream()
                .filter(user -> user.upTo() <= tail.settled())
                .toList();
    }

    private void append(MessageAppended appended) {
        Message message = appended.message();
        head = message.seq();
        retention = appended.retention();
        group = Math.max(group, appended.version());
        if (appended.timer() != null) {
            timer = appended.timer();
        }
        if (appended.change() != null) {
            audience.apply(appended.change(), head);
        }
        if (group == 0) {
            audience.show(message.sender(), appended.withheld(), head);
        }
        keep(message);
        shown.add(message);
        Member sender = audience.member(message.sender());
        if (sender != null && sender.cursor(message.device()) == head - 1) {
            // what a device has sent, it has; unless it is behind, and then it says so itself once it has caught up
            audience.advance(sender, message.device(), head);
        }
        if (sender != null) {
            said(sender, message);
        }
        audience.index(head);
    }

    /** In a group it is said how far everybody has read: whoever had read all before has read what they say themselves. */
    private void said(Member sender, Message message) {
        if (message.kind() == Kind.MESSAGE) {
            sender.said(head);
        }
        if (group == 0) {
            return;
        }
        long delivered = sender.delivered();
        long read = sender.read();
        if (delivered == head - 1) {
            sender.advanceDelivered(head);
        }
        if (read == head - 1) {
            sender.advanceRead(head);
        }
        audience.movedFrom(delivered, read);
    }

    /** Keeps a message of the journal whose other effects are known, unless every device has it. */
    public void keep(Message message) {
        if (message.seq() <= tail.settled()) {
            // the state has of its send what is to be remembered
            return;
        }
        if (!gone.containsKey(message.sender())) {
            sends.add(message);
        }
        if (message.kind() == Kind.DELETION) {
            sends.delete(message.of());
        }
        if (message.seq() >= firstReadable()) {
            tail.keep(message);
        }
    }

    private void restore(Snapshot state) {
        sends.replace(state);
        head = state.head();
        tail.restore(state);
        retention = state.retention();
        group = state.version();
        timer = state.timer();
        shown.restore(state);
        halved = state.halved();
        gone.clear();
        state.gone().forEach(user -> gone.put(user.user(), user));
        audience.replace(state.members(), head);
    }

    /** The journal has every message up to here. */
    public void durableTo(long seq) {
        tail.durableTo(seq);
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
        if (seq < 1 || seq > member.stays().lastUpTo(tail.durable())) {
            return new Refused(Reason.SEQ_OUT_OF_RANGE);
        }
        long deliveredBefore = member.delivered();
        long readBefore = member.read();
        if (audience.advance(member, device, seq)) {
            version++;
            member.noteMoved(device);
            audience.index(member, head);
            dropWiped();
        }
        boolean readMore = member.advanceRead(read);
        if (readMore) {
            version++;
            member.noteProgress();
        }
        boolean changed = readMore || member.delivered() > deliveredBefore;
        audience.movedFrom(deliveredBefore, readBefore);
        Everyone everyone = changed && group > 0 ? audience.newsOfEveryone() : null;
        return new Progressed(member.delivered(), member.read(), changed, everyone);
    }

    /** A push notification is to go out to a user; nothing has changed if there is no reason for one. */
    public Outcome startPush(UUID user) {
        Member member = audience.member(user);
        if (member == null) {
            return new Refused(Reason.NOT_A_MEMBER);
        }
        PushRange due = member.pushDue(tail.durable());
        if (due == null) {
            return new Progressed(member.delivered(), member.read(), false, null);
        }
        if (!due.equals(member.push())) {
            version++;
            member.startPush(due);
            member.noteProgress();
        }
        return new PushStarted(due);
    }

    /** A push notification went out to a user for everything up to this message. */
    public Outcome notePush(UUID user, long seq) {
        Member member = audience.member(user);
        if (member == null) {
            return new Refused(Reason.NOT_A_MEMBER);
        }
        if (seq < 1 || seq > tail.durable()) {
            return new Refused(Reason.SEQ_OUT_OF_RANGE);
        }
        boolean changed = member.advancePushed(seq);
        if (changed) {
            version++;
            member.noteProgress();
        }
        return new Progressed(member.delivered(), member.read(), changed, null);
    }

    /** Those whose devices lack something that is visible. */
    public List<Overdue> overdue() {
        return audience.overdue(tail.durable());
    }

    /** The progress that the journal does not have yet; it has to get there, but nobody needs to wait for it. */
    public List<Event> takeProgress() {
        return audience.takeProgress();
    }

    /** What happens when a device asks for what waits: a mailbox, if there is one, becomes its own. */
    public List<Event> takeMailbox(UUID user, UUID device) {
        return applied(audience.mailboxTaken(user, device));
    }

    /**
     * What happens when a device is revoked: what none of the user's devices has got goes to a mailbox.
     *
     * @param version that of the user's devices without it, or 0
     */
    public List<Event> forget(UUID user, UUID device, long version) {
        return applied(audience.without(user, device, version, head));
    }

    private List<Event> applied(@Nullable AudienceChanged change) {
        if (change == null) {
            return List.of();
        }
        apply(change);
        return List.of(change);
    }

    /** Where the device stands: at the head if it has no place yet. */
    public Position position(UUID user, UUID device) {
        long last = audience.lastSeen(user, tail.durable());
        long cursor = audience.cursor(user, device);
        return new Position(id, cursor < 0 ? last : audience.reached(user, Math.min(cursor, last), last), last);
    }

    /** What this user may see of the log, ascending. */
    public List<Stay> stays(UUID user) {
        return audience.stays(user);
    }

    /** Where the device and every member stand. */
    public Standing state(UUID user, UUID device) {
        return new Standing(position(user, device), audience.standings(tail.durable(), group == 0));
    }

    /** Where those stand who are here and may see this message; nobody if this user may not, or it is not visible. */
    public List<MemberStanding> receipts(UUID user, long seq) {
        return seq >= 1
                        && seq <= tail.durable()
                        && audience.stays(user).stream().anyMatch(stay -> stay.has(seq))
                ? audience.standingsOn(seq, group == 0)
                : List.of();
    }

    /** The policy that holds here. */
    public Retention retention() {
        return Objects.requireNonNullElse(retention, rules.retention());
    }

    /** The first message that a reader may get. */
    public long firstReadable() {
        return retention() == Retention.WIPE ? audience.lowestCursor(head) + 1 : 1;
    }

    private void dropWiped() {
        if (tail.hasUnsettled()) {
            tail.dropBefore(firstReadable());
        }
        if (shown.last() != null && retention() == Retention.WIPE) {
            shown.dropBefore(firstReadable());
        }
    }

    /** What a list of conversations shows of this one, visible or not yet; nothing to who never was in it. */
    public Optional<Overview> overview(UUID user) {
        return Optional.ofNullable(audience.member(user)).map(this::overview);
    }

    private Overview overview(Member member) {
        long last = member.stays().lastUpTo(head);
        boolean seen = shown.lastSeq() == 0 || member.stays().have(shown.lastSeq());
        Message message = shown.last();
        boolean isGone = message == null || message.isExpired(Instant.now());
        return new Overview(
                id,
                last,
                shown.unread(member, last),
                member.read(),
                timer,
                shown.lastSeq() == 0 || !seen ? null : Instant.ofEpochMilli(shown.lastAt()),
                isGone || !seen ? null : message,
                isGone || !seen || !member.stays().have(shown.editSeq()) ? null : shown.edit(),
                last > 0 && (!seen || (isGone && retention() == Retention.ARCHIVE)));
    }

    /**
     * The message log has what is left of the messages up to here, so that the journal need not.
     *
     * @param firstStored the first message that had to be stored; beyond {@code seq} if there was none
     */
    public void settledTo(long seq, long firstStored) {
        tail.settledTo(seq, firstStored);
        version++;
    }

    /** The message log may lose what follows {@link LogTail#wiped()}, up to here. */
    public long wipeableTo() {
        return retention() == Retention.WIPE
                ? Math.max(tail.wiped(), Math.min(tail.settled(), firstReadable() - 1))
                : tail.wiped();
    }

    /** Those whom settled messages wait for and who are not listed as such. */
    public List<UUID> usersToPark() {
        return audience.usersToPark(tail.settled());
    }

    /** Those whom nothing waits for any more although they are listed. */
    public List<UUID> usersToUnpark() {
        return audience.usersToUnpark(head);
    }

    /** A user is listed among those for whom the conversation waits, or is no longer. */
    public void parked(UUID user, boolean now) {
        audience.parked(user, now);
    }

    /** A user's list had the conversation when it was read. */
    public void foundListed(UUID user) {
        audience.foundListed(user);
    }

    /** Whether the message log has something that is to go, or traces of somebody, or a user is listed for whom nothing waits. */
    public boolean isUntidy() {
        return !gone.isEmpty()
                || wipeableTo() > tail.wiped()
                || (tail.settled() > 0 && !usersToUnpark().isEmpty());
    }

    /** How many messages some device does not have. */
    public long waitingCount() {
        return head - audience.lowestCursor(head);
    }

    /** Its state. Who has gone is in it no more, nor here: what follows must find the same, in memory and in a replay. */
    public Snapshot snapshot() {
        if (group > 0) {
            audience.forgetGone(head);
        }
        return new Snapshot(
                id,
                head,
                tail.settled(),
                tail.wiped(),
                retention,
                group,
                timer,
                shown.lastSeq(),
                shown.lastAt(),
                shown.last(),
                shown.edit(),
                shown.editSeq(),
                shown.quiet(),
                audience.places(),
                sends.toSave(tail.settled(), head - rules.rememberedSends() + 1),
                sends.indexed(),
                gone(),
                halved);
    }

    /** Leaves memory: it is no longer found by those for whom it waits. */
    public void leave() {
        audience.leave();
    }
}
