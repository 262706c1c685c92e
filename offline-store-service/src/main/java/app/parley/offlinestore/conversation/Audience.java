package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Event.AudienceChanged;
import app.parley.offlinestore.conversation.Event.DevicePlace;
import app.parley.offlinestore.conversation.Event.MemberProgressed;
import app.parley.offlinestore.conversation.Snapshot.MemberPlace;
import app.parley.offlinestore.conversation.Standing.MemberStanding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The members of a conversation: where their devices stand, how an append's audience changes them, and for whom something
 * waits.
 */
final class Audience {

    private static final long UNKNOWN = -1;

    private final Map<UUID, Member> members = new LinkedHashMap<>();
    private final Conversation conversation;
    private final WaitingUsers waiting;
    private long lowestCursor = UNKNOWN;

    Audience(Conversation conversation, WaitingUsers waiting) {
        this.conversation = conversation;
        this.waiting = waiting;
    }

    /** These are the members, and no others. */
    void replace(List<MemberPlace> places, long head) {
        leave();
        members.clear();
        places.forEach(place -> members.put(place.user(), new Member(place)));
        lowestCursor = UNKNOWN;
        index(head);
    }

    List<MemberPlace> places() {
        return members.values().stream().map(Member::place).toList();
    }

    /** The device's cursor, or -1 if it has no place here. */
    long cursor(UUID user, UUID device) {
        Member member = members.get(user);
        return member == null ? -1 : member.cursor(device);
    }

    /** Where each member stands, of what is visible. */
    List<MemberStanding> standings(long durable) {
        return members.values().stream()
                .map(member -> new MemberStanding(member.user(), Math.min(member.delivered(), durable), member.read()))
                .toList();
    }

    @Nullable
    Member member(UUID user) {
        return members.get(user);
    }

    /** What has to happen so that these are the members; null if they are. */
    @Nullable
    AudienceChanged changeTo(List<Recipient> recipients, long head) {
        List<DevicePlace> joined = new ArrayList<>(0);
        List<DevicePlace> left = new ArrayList<>(0);
        recipients.forEach(recipient -> compare(recipient, head, joined, left));
        if (recipients.size() != members.size() || !joined.isEmpty()) {
            addAbsent(recipients, left);
        }
        return joined.isEmpty() && left.isEmpty() ? null : new AudienceChanged(conversation.id(), joined, left);
    }

    private void compare(Recipient recipient, long head, List<DevicePlace> joined, List<DevicePlace> left) {
        UUID user = recipient.user();
        Member member = members.get(user);
        List<UUID> devices = recipient.devices().isEmpty() ? List.of(user) : recipient.devices();
        for (UUID device : devices) {
            if (member == null || !member.has(device)) {
                joined.add(new DevicePlace(user, device, joiningCursor(member, device, head)));
            }
        }
        if (member != null && !(member.devices().size() == devices.size() && joined.isEmpty())) {
            addGone(member, devices, head, left);
        }
    }

    /** A device starts at the head; a mailbox also keeps what none of the devices that it follows has got. */
    private static long joiningCursor(@Nullable Member member, UUID device, long head) {
        return member != null && device.equals(member.user()) ? Math.min(member.delivered(), head) : head;
    }

    private static void addGone(Member member, List<UUID> devices, long head, List<DevicePlace> left) {
        for (UUID device : member.devices()) {
            boolean waitsInMailbox = device.equals(member.user()) && member.cursor(device) < head;
            if (!waitsInMailbox && !devices.contains(device)) {
                left.add(new DevicePlace(member.user(), device, member.cursor(device)));
            }
        }
    }

    private void addAbsent(List<Recipient> recipients, List<DevicePlace> left) {
        Set<UUID> present = new HashSet<>();
        recipients.forEach(recipient -> present.add(recipient.user()));
        for (Member member : members.values()) {
            if (!present.contains(member.user())) {
                member.devices()
                        .forEach(device -> left.add(new DevicePlace(member.user(), device, member.cursor(device))));
            }
        }
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
                List.of(new DevicePlace(user, user, mailbox)));
    }

    /** What happens when a device goes, the last one into a mailbox; null if it is not here. */
    @Nullable
    AudienceChanged without(UUID user, UUID device, long head) {
        Member member = members.get(user);
        if (member == null || !member.has(device)) {
            return null;
        }
        boolean last = member.devices().size() == 1;
        DevicePlace mailbox = new DevicePlace(user, user, Math.min(member.delivered(), head));
        return new AudienceChanged(
                conversation.id(),
                last ? List.of(mailbox) : List.of(),
                List.of(new DevicePlace(user, device, member.cursor(device))));
    }

    /** Takes a change over. The devices that join come first, so that a member whose device is replaced stays. */
    void apply(AudienceChanged change, long head) {
        for (DevicePlace place : change.joined()) {
            members.computeIfAbsent(place.user(), user -> new Member(user, place.cursor()))
                    .place(place.device(), place.cursor());
        }
        for (DevicePlace place : change.left()) {
            members.computeIfPresent(place.user(), (_, member) -> {
                member.drop(place.device());
                return member.hasNoDevice() ? null : member;
            });
        }
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
        member.advanceDelivered(Math.min(progress.delivered(), head));
        member.advanceRead(Math.min(progress.read(), head));
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

    /** Those whom settled messages wait for and who are not listed as such. */
    List<UUID> usersToPark(long settled) {
        return users(member -> !member.isParked() && member.lowestCursor(settled) < settled);
    }

    /** Those whom nothing waits for any more although they are listed. */
    List<UUID> usersToUnpark(long head) {
        return users(member -> member.isParked() && member.lowestCursor(head) == head);
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
