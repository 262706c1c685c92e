package app.parley.faults.store;

import app.parley.faults.record.Event;
import app.parley.faults.record.Recorder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks into the store when everybody has everything, and records what it holds. */
public final class StoredMessages {

    /** Settling and wiping follow the acknowledgements after a segment's age and grace; the stores may lag. */
    private static final Duration SETTLING = Duration.ofMinutes(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private StoredMessages() {}

    /**
     * Waits until the store holds what the policy says, or long enough, and records what it holds.
     *
     * @param heads the last place of each conversation
     */
    public static void record(
            Map<String, String> properties, Map<UUID, Long> heads, boolean archives, Recorder recorder)
            throws InterruptedException {
        try (MessageTable table = new MessageTable(properties)) {
            long deadline = System.nanoTime() + SETTLING.toNanos();
            for (var conversation : heads.entrySet()) {
                long wanted = archives ? conversation.getValue() : 0;
                Set<Long> places = table.places(conversation.getKey(), conversation.getValue());
                while (places.size() != wanted && System.nanoTime() < deadline) {
                    Thread.sleep(BETWEEN_LOOKS);
                    places = table.places(conversation.getKey(), conversation.getValue());
                }
                recorder.note(new Event.Stored(conversation.getKey(), List.copyOf(places)));
            }
        }
    }
}
