package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Event.AudienceChanged;
import app.parley.offlinestore.conversation.Event.DevicePlace;
import app.parley.offlinestore.conversation.Event.ListTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to happen so that those whom an append names are the members of a conversation. Of a member's devices the newest
 * list counts, in whatever order the lists come. A device that it lacks goes, unless whoever made the list may have
 * forgotten it: such a device is lost, and keeps its place for a time, in case it comes back.
 */
final class AudienceComparison {

    private final Map<UUID, Member> members;
    private final long head;
    private final Instant now;
    private final Duration lostFor;
    private final List<DevicePlace> joined = new ArrayList<>(0);
    private final List<DevicePlace> left = new ArrayList<>(0);
    private final List<ListTaken> lists = new ArrayList<>(0);

    AudienceComparison(Map<UUID, Member> members, long head, Instant now, Duration lostFor) {
        this.members = members;
        this.head = head;
        this.now = now;
        this.lostFor = lostFor;
    }

    /** What has to happen in this conversation, or null if nothing has. */
    @Nullable
    AudienceChanged with(List<Recipient> recipients, UUID conversation) {
        recipients.forEach(this::compare);
        if (recipients.size() != members.size() || !joined.isEmpty()) {
            addAbsent(recipients);
        }
        return change(conversation);
    }

    /** What has to happen to the devices of these, whoever else there is; null if nothing has. */
    @Nullable
    AudienceChanged ofDevices(List<Recipient> recipients, UUID conversation) {
        recipients.forEach(this::compare);
        return change(conversation);
    }

    private @Nullable AudienceChanged change(UUID conversation) {
        return joined.isEmpty() && left.isEmpty() && lists.isEmpty()
                ? null
                : new AudienceChanged(conversation, joined, left, lists);
    }

    private void compare(Recipient recipient) {
        Member member = members.get(recipient.user());
        if (member == null) {
            places(recipient).forEach(device -> joined.add(new DevicePlace(recipient.user(), device, head)));
            take(recipient, Map.of());
        } else if (member.knows(recipient.version())) {
            member.lost().forEach((device, since) -> {
                if (isOver(since)) {
                    leave(member, device);
                }
            });
        } else {
            replace(member, recipient);
        }
    }

    private void replace(Member member, Recipient recipient) {
        List<UUID> devices = places(recipient);
        for (UUID device : devices) {
            if (!member.has(device)) {
                joined.add(new DevicePlace(member.user(), device, joiningCursor(member, device)));
            }
        }
        Map<UUID, Long> lost = new HashMap<>(0);
        for (UUID device : member.devices()) {
            if (devices.contains(device) || waitsInMailbox(member, device)) {
                continue;
            }
            Long since = lostSince(member, device, recipient);
            if (since == null || isOver(since)) {
                leave(member, device);
            } else {
                lost.put(device, since);
            }
        }
        take(recipient, lost);
    }

    /** The user's devices, or the mailbox of a user who has none. */
    private static List<UUID> places(Recipient recipient) {
        return recipient.devices().isEmpty() ? List.of(recipient.user()) : recipient.devices();
    }

    /** A device starts at the head; a mailbox also keeps what none of the devices that it follows has got. */
    private long joiningCursor(Member member, UUID device) {
        return device.equals(member.user()) ? Math.min(member.delivered(), head) : head;
    }

    private boolean waitsInMailbox(Member member, UUID device) {
        return device.equals(member.user()) && member.cursor(device) < head;
    }

    /** When a device that the list lacks was first missed, or null if it is known to be gone. */
    private @Nullable Long lostSince(Member member, UUID device, Recipient list) {
        Long since = member.lost().get(device);
        if (since != null) {
            return since;
        }
        boolean listBeganLater = member.version() > 0 && list.since() > member.version();
        return listBeganLater && !device.equals(member.user()) ? now.toEpochMilli() : null;
    }

    private boolean isOver(long lostSince) {
        return now.toEpochMilli() - lostSince > lostFor.toMillis();
    }

    private void leave(Member member, UUID device) {
        left.add(new DevicePlace(member.user(), device, member.cursor(device)));
    }

    private void take(Recipient list, Map<UUID, Long> lost) {
        if (list.version() > 0) {
            lists.add(new ListTaken(list.user(), list.version(), lost));
        }
    }

    private void addAbsent(List<Recipient> recipients) {
        Set<UUID> present = new HashSet<>();
        recipients.forEach(recipient -> present.add(recipient.user()));
        for (Member member : members.values()) {
            if (!present.contains(member.user())) {
                member.devices().forEach(device -> leave(member, device));
            }
        }
    }
}
