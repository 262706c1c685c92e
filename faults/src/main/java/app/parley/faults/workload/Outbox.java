package app.parley.faults.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Sends that have no answer yet: said again with the same id until they have one. */
final class Outbox {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A message to a user, by name and by id. */
    record Draft(UUID id, String to, UUID user, String text) {}

    private final Map<UUID, Draft> unanswered = new LinkedHashMap<>();
    private final Map<UUID, Long> due = new LinkedHashMap<>();

    Draft write(RandomGenerator random, String to, UUID user, String text) {
        long high = System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(1 << 12);
        Draft draft = new Draft(new UUID(high, Long.MIN_VALUE | random.nextLong() >>> 2), to, user, text);
        unanswered.put(draft.id(), draft);
        due.put(draft.id(), System.nanoTime());
        return draft;
    }

    /** Those to say now. */
    List<Draft> takeDue() {
        long now = System.nanoTime();
        List<Draft> ready = new ArrayList<>();
        due.replaceAll((id, time) -> {
            if (time > now) {
                return time;
            }
            ready.add(Objects.requireNonNull(unanswered.get(id)));
            return now + PATIENCE.toNanos();
        });
        return ready;
    }

    /** It has its place, or was refused for good. */
    void answered(UUID id) {
        unanswered.remove(id);
        due.remove(id);
    }

    /** It was refused for now. */
    void again(UUID id) {
        due.computeIfPresent(id, (_, _) -> System.nanoTime() + PAUSE.toNanos());
    }

    /** A new connection: whatever was said on the one before is said again. */
    void sayAgain() {
        due.replaceAll((_, _) -> System.nanoTime());
    }

    int size() {
        return unanswered.size();
    }
}
