package app.parley.chat.session;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a device stands in each conversation, and how much of its window that takes. Guarded by its session. */
final class Places {

    private final Map<UUID, Place> byConversation = new HashMap<>(4);
    private final int remembered;
    private int outstanding;

    /** @param remembered with so many, those in which nothing is under way are forgotten when another comes */
    Places(int remembered) {
        this.remembered = remembered;
    }

    @Nullable
    Place find(UUID conversation) {
        return byConversation.get(conversation);
    }

    Place findOrAdd(UUID conversation) {
        return byConversation.computeIfAbsent(conversation, Place::new);
    }

    Place add(UUID conversation) {
        if (byConversation.size() >= remembered) {
            byConversation.values().removeIf(Place::isIdle);
        }
        Place place = new Place(conversation);
        byConversation.put(conversation, place);
        return place;
    }

    /** How many messages went out and wait for their acknowledgement. */
    int outstanding() {
        return outstanding;
    }

    /** A message goes out. */
    void push(Place place, long seq) {
        int before = place.outstanding();
        place.push(seq);
        outstanding += place.outstanding() - before;
    }

    /** What went out and was not acknowledged has to go out again. */
    void rewind(Place place) {
        outstanding -= place.outstanding();
        place.rewind();
    }

    /** The device needs nothing up to here, for it is its own, or was wiped. */
    void pass(Place place, long seq) {
        int before = place.outstanding();
        place.pass(seq);
        outstanding += place.outstanding() - before;
    }

    /** The device has everything up to here. */
    void acknowledge(Place place, long seq) {
        int before = place.outstanding();
        place.acknowledge(seq);
        outstanding += place.outstanding() - before;
    }

    void clear() {
        byConversation.clear();
    }
}
