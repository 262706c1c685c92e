package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Event.AudienceChanged;
import app.parley.offlinestore.conversation.Event.DevicePlace;
import app.parley.offlinestore.conversation.Snapshot.MemberPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a conversation, and how an append's audience changes them. */
final class Audience {

    private static final long UNKNOWN = -1;

    private final Map<UUID, Member> members = new LinkedHashMap<>();
    private long lowestCursor = UNKNOWN;

    Audience(List<MemberPlace> places) {
        places.forEach(place -> members.put(place.user(), new Member(place)));
    }

    @Nullable
    Member member(UUID user) {
        return members.get(user);
    }

    Collection<Member> members() {
        return members.values();
    }

    /** What has to happen so that these are the members; null if they are. */
    @Nullable
    AudienceChanged changeTo(UUID conversation, List<Recipient> recipients, long head) {
        List<DevicePlace> joined = new ArrayList<>(0);
        List<DevicePlace> left = new ArrayList<>(0);
        recipients.forEach(recipient -> compare(recipient, head, joined, left));
        if (recipients.size() != members.size() || !joined.isEmpty()) {
            addAbsent(recipients, left);
        }
        return joined.isEmpty() && left.isEmpty() ? null : new AudienceChanged(conversation, joined, left);
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

    /** Takes a change over. The devices that join come first, so that a member whose device is replaced stays. */
    void apply(AudienceChanged change) {
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
}
