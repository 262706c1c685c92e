package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Event.AudienceChanged;
import app.parley.offlinestore.conversation.Event.DevicePlace;
import app.parley.offlinestore.conversation.Event.ListTaken;
import app.parley.offlinestore.conversation.Event.MemberProgressed;
import app.parley.offlinestore.conversation.Outcome.Everyone;
import app.parley.offlinestore.conversation.Snapshot.MemberPlace;
import app.parley.offlinestore.conversation.Standing.MemberStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The members of a conversation: where their devices stand, how an append's audience changes them, and for whom something
 * waits.
 */
final class Audience {

    private static final long UNKNOWN = -1;
    private static final Everyone NOBODY = new Everyone(UNKNOWN, UNKNOWN);

    private final Map<UUID, Member> members = new LinkedHashMap<>();
    private final Conversation conversation;
    private final WaitingUsers waiting;
    private long lowestCursor = UNKNOWN;
    private long key;
    private Everyone everyone = NOBODY;
    private Everyone told = NOBODY;

    Audience(Conversation conversation, WaitingUsers waiting) {
        this.conversation = conversation;
        this.waiting = waiting;
    }

    /** These are the members, and no others. */
    void replace(List<MemberPlace> places, long head) {
        leave();
        members.clear();
        key = 0;
        everyone = NOBODY;
        places.forEach(place -> members.put(place.user(), new Member(place)));
        lowestCursor = UNKNOWN;
        index(head);
    }

    List<MemberPlace> places() {
        return members.values().stream().map(Member::place).toList();
    }

    /** Leaves no trace of who is not in the conversation any more and has heard of it. */
    void forgetGone(long head) {
        members.values().removeIf(member -> member.isGone(head));
    }

    /** The device's cursor, or -1 if it has no place here. */
    long cursor(UUID user, UUID device) {
        Member member = members.get(user);
        return member == null ? -1 : member.cursor(device);
    }

    /**
     * Where each member stands, of what is visible.
     *
     * @param ofTwo whether nobody is ever out of it
     */
    List<MemberStanding> standings(long durable, boolean ofTwo) {
        return members.values().stream()
                .filter(member -> ofTwo || member.isIn())
                .map(member -> new MemberStanding(member.user(), Math.min(member.delivered(), durable), member.read()))
                .toList();
    }

    /** Where each member stands who may see this message; of two, the one from whom it is withheld has not got it. */
    List<MemberStanding> standingsOn(long seq, boolean ofTwo) {
        return members.values().stream()
                .filter(member -> ofTwo || (member.isIn() && member.stays().have(seq)))
                .map(member -> member.stays().have(seq)
                        ? new MemberStanding(member.user(), member.delivered(), member.read())
                        : new MemberStanding(member.user(), 0, 0))
                .toList();
    }

    @Nullable
    Member member(UUID user) {
        return members.get(user);
    }

    /** What has to happen so that these are the members, with these devices; null if they are. */
    @Nullable
    AudienceChanged changeTo(List<Recipient> recipients, long head, Instant now, Duration lostFor) {
        return new AudienceComparison(members, head, now, lostFor).with(recipients, conversation.id());
    }

    /** What has to happen so that those of these who are in the group, or join it, have these devices; null if they have. */
    @Nullable
    AudienceChanged devicesOf(
            List<Recipient> recipients, List<UUID> joining, long head, Instant now, Duration lostFor) {
        Set<UUID> joined = Set.copyOf(joining);
        List<Recipient> inGroup = recipients.stream()
                .filter(recipient -> joined.contains(recipient.user()) || isIn(recipient.user()))
                .toList();
        return new AudienceComparison(members, head, now, lostFor).ofDevices(inGroup, conversation.id());
    }

    /** Notes which key stands for the devices that are here now; any change of them makes it void. */
    void knowAs(long audienceKey) {
        key = audienceKey;
    }

    /** Whether some device may be gone for good: then lists are wanted, until it is given up. */
    boolean missesSome() {
        return members.values().stream().anyMatch(member -> !member.lost().isEmpty());
    }

    boolean isKnownAs(long audienceKey) {
        return key != 0 && key == audienceKey;
    }

    /** How far everybody in the group is; null if this said so the last time. */
    @Nullable
    Everyone newsOfEveryone() {
        if (everyone.equals(NOBODY)) {
            everyone = new Everyone(lowest(Member::delivered), lowest(Member::read));
        }
        if (everyone.equals(told)) {
            return null;
        }
        told = everyone;
        return everyone;
    }

    private long lowest(ToLongFunction<Member> progress) {
        return members.values().stream()
                .filter(Member::isIn)
                .mapToLong(progress)
                .min()
                .orElse(0);
    }

    /** Notes that a member has come further, from here; they may have been the last. */
    void movedFrom(long delivered, long read) {
        if (delivered <= everyone.delivered() || read <= everyone.read()) {
            everyone = NOBODY;
        }
    }

    boolean isIn(UUID user) {
        Member member = members.get(user);
        return member != null && member.isIn();
    }

    /** What this user may see, ascending. */
    List<Stay> stays(UUID user) {
        Member member = members.get(user);
        return member == null ? List.of() : member.stays().list();
    }

    /** The last message up to this one that a user may see; this one for somebody who is not known here. */
    long lastSeen(UUID user, long seq) {
        Member member = members.get(user);
        return member == null ? seq : member.stays().lastUpTo(seq);
    }

    /** Up to where who is here has everything who has it up to this cursor, as far as that is not beyond the last. */
    long reached(UUID user, long cursor, long last) {
        Member member = members.get(user);
        return member == null ? cursor : member.stays().reached(cursor, last);
    }

    /** Who joins sees the message at this place, and so does who leaves, as their last. */
    void apply(MembersChange change, long seq) {
        for (UUID user : change.joined()) {
            Member member = members.computeIfAbsent(user, _ -> new Member(user, seq - 1, List.of()));
            member.stays().open(change.fromTheStart() ? 1 : seq);
            member.advanceDelivered(seq - 1);
            member.advanceRead(seq - 1);
            if (member.hasNoDevice()) {
                member.place(user, seq - 1);
            }
        }
        change.left()
                .forEach(user -> members.computeIfPresent(user, (_, member) -> {
                    member.stays().close(seq);
                    return member;
                }));
        key = 0;
        lowestCursor = UNKNOWN;
        everyone = NOBODY;
    }

    /** Leaves no trace of a user. */
    void forget(UUID user) {
        members.remove(user);
        waiting.remove(user, conversation);
        key = 0;
        lowestCursor = UNKNOWN;
        everyone = NOBODY;
    }

    /** In a direct conversation: who sends this message sees it, and the other one only if it is not withheld. */
    void show(UUID sender, boolean withheld, long seq) {
        for (Member member : members.values()) {
            if (withheld && !member.user().equals(sender)) {
                member.stays().close(seq - 1);
                lowestCursor = UNKNOWN;
            } else if (!member.isIn()) {
                member.stays().open(seq);
                lowestCursor = UNKNOWN;
            }
        }
    }

    /** Those of whose devices a newer list is known. */
    List<UUID> outdated(List<Recipient> recipients) {
        List<UUID> users = new ArrayList<>(0);
        for (Recipient recipient : recipients) {
            Member member = members.get(recipient.user());
            if (member != null && recipient.version() > 0 && recipient.version() < member.version()) {
                users.add(recipient.user());
            }
        }
        return users;
    }

    /** What happens when a device takes over what waits in its user's mailbox; null if there is none. */
    @Nullable
    AudienceChanged mailboxTaken(UUID user, UUID device) {
        Member member = members.get(user);
        if (member == null || !member.hasMailbox() || device.equals(user)) {
            return null;
        }
        long mailbox = member.cursor(user);
        long cursor = member.has(device) ? Math.min(mailbox, member.cursor(device)) : mailbox;
        return new AudienceChanged(
                conversation.id(),
                List.of(new DevicePlace(user, device, cursor)),
                List.of(new DevicePlace(user, user, mailbox)),
                List.of());
    }

    /**
     * What happens when a device goes, the last one into a mailbox; null if it is not here, or if a list is known that is
     * newer than the one which lacks it: it may have come back with that.
     */
    @Nullable
    AudienceChanged without(UUID user, UUID device, long version, long head) {
        Member member = members.get(user);
        if (member == null || !member.has(device) || (version > 0 && version < member.version())) {
            return null;
        }
        boolean last = member.devices().size() == 1;
        DevicePlace mailbox = new DevicePlace(user, user, Math.min(member.delivered(), head));
        return new AudienceChanged(
                conversation.id(),
                last ? List.of(mailbox) : List.of(),
                List.of(new DevicePlace(user, device, member.cursor(device))),
                List.of());
    }

    /**
     * Takes a change over. The devices that join come first, so that a member whose device is replaced stays.
     *
     * @param stays what somebody may see who comes with it
     */
    void apply(AudienceChanged change, long head, List<Stay> stays) {
        for (DevicePlace place : change.joined()) {
            members.computeIfAbsent(place.user(), user -> new Member(user, place.cursor(), stays))
                    .place(place.device(), place.cursor());
        }
        for (DevicePlace place : change.left()) {
            members.computeIfPresent(place.user(), (_, member) -> {
                member.drop(place.device());
                return member.hasNoDevice() ? null : member;
            });
        }
        for (ListTaken list : change.lists()) {
            members.computeIfPresent(list.user(), (_, member) -> {
                member.take(list);
                return member;
            });
        }
        key = 0;
        lowestCursor = UNKNOWN;
        change.joined().forEach(place -> index(place.user(), head));
        change.left().forEach(place -> index(place.user(), head));
    }

    /** Takes progress over. It may have reached the journal although the message that it followed did not. */
    void apply(MemberProgressed progress, long head) {
        Member member = members.get(progress.user());
        if (member == null) {
            return;
        }
        progress.cursors().forEach((device, cursor) -> advance(member, device, Math.min(cursor, head)));
        everyone = NOBODY;
        member.advanceDelivered(Math.min(progress.delivered(), head));
        member.advanceRead(Math.min(progress.read(), head));
        member.advancePushed(Math.min(progress.pushed(), head));
        if (progress.push() != null) {
            member.startPush(progress.push());
        }
        index(member, head);
    }

    /** Moves a device's cursor on, and says whether it was behind. */
    boolean advance(Member member, UUID device, long seq) {
        long before = member.cursor(device);
        boolean advanced = member.advance(device, seq);
        if (advanced && before <= lowestCursor) {
            lowestCursor = UNKNOWN;
        }
        return advanced;
    }

    /** Every device has every message up to here. */
    long lowestCursor(long head) {
        if (lowestCursor == UNKNOWN) {
            lowestCursor = Long.MAX_VALUE;
            members.values().forEach(member -> lowestCursor = member.lowestCursor(lowestCursor));
        }
        return Math.min(lowestCursor, head);
    }

    /** Those whose devices lack something that is visible. */
    List<Overdue> overdue(long durable) {
        return members.values().stream()
                .map(member -> member.overdue(conversation.id(), durable))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The progress that the journal does not have yet; it has it from now on. */
    List<Event> takeProgress() {
        List<Event> events = new ArrayList<>(2);
        for (Member member : members.values()) {
            if (member.hasProgress()) {
                events.add(member.takeProgress(conversation.id()));
            }
        }
        return events;
    }

    /** A user is listed among those for whom the conversation waits, or is no longer. */
    void parked(UUID user, boolean now) {
        Member member = members.get(user);
        if (member != null) {
            member.parked(now);
        }
    }

    /** A user's list had the conversation when it was read. */
    void foundListed(UUID user) {
        Member member = members.get(user);
        if (member != null) {
            member.foundListed();
        }
    }

    /** Those whom settled messages wait for and who are not listed as such. */
    List<UUID> usersToPark(long settled) {
        return users(member -> !member.isParked() && member.lowestCursor(settled) < settled);
    }

    /** Those whom nothing waits for any more although they are, or may be, listed. */
    List<UUID> usersToUnpark(long head) {
        return users(member -> member.mayBeListed() && member.lowestCursor(head) == head);
    }

    private List<UUID> users(Predicate<Member> condition) {
        return members.values().stream().filter(condition).map(Member::user).toList();
    }

    /** Lets the conversation be found by those for whom something waits, and by nobody else. */
    void index(long head) {
        members.values().forEach(member -> index(member, head));
    }

    private void index(UUID user, long head) {
        Member member = members.get(user);
        if (member == null) {
            waiting.remove(user, conversation);
        } else {
            index(member, head);
        }
    }

    void index(Member member, long head) {
        if (member.lowestCursor(head) < head) {
            waiting.add(member.user(), conversation);
        } else {
            waiting.remove(member.user(), conversation);
        }
    }

    /** The conversation is found by nobody. */
    void leave() {
        members.keySet().forEach(user -> waiting.remove(user, conversation));
    }
}
