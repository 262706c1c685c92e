package app.parley.faults.workload;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;

/** What a device has of each conversation, and how far it may acknowledge. */
final class Inbox {

    private static final class Log {
        private final NavigableSet<Long> ahead = new TreeSet<>();
        private final NavigableSet<Long> own = new TreeSet<>();
        private long cursor;
        private long said;
        private long stored;

        private void take(long seq) {
            if (seq > cursor) {
                ahead.add(seq);
            }
            while (ahead.remove(cursor + 1)) {
                cursor++;
            }
        }
    }

    private final Map<UUID, Log> logs = new HashMap<>();
    private final boolean fromTheStart;

    /**
     * @param fromTheStart whether the device was there before the first message; another counts from what comes first
     */
    Inbox(boolean fromTheStart) {
        this.fromTheStart = fromTheStart;
    }

    /** Takes a place, filled by a message that came. */
    void fill(UUID conversation, long seq) {
        Log log = logs.computeIfAbsent(conversation, _ -> new Log());
        if (!fromTheStart && log.cursor == 0 && log.ahead.isEmpty()) {
            log.cursor = seq - 1;
            log.stored = seq - 1;
        }
        log.take(seq);
    }

    /** Takes a place, filled by an own message that was accepted. */
    void fillOwn(UUID conversation, long seq) {
        fill(conversation, seq);
        Objects.requireNonNull(logs.get(conversation)).own.add(seq);
    }

    /** What can be acknowledged and was not, by conversation; said so from now on. */
    Map<UUID, Long> acknowledge() {
        Map<UUID, Long> due = new HashMap<>();
        logs.forEach((conversation, log) -> {
            if (log.cursor > log.said) {
                log.said = log.cursor;
                log.stored = Math.max(log.stored, log.cursor);
                due.put(conversation, log.cursor);
            }
        });
        return due;
    }

    /** A new connection: what was said on the one before may have been lost with it. */
    void sayAgain() {
        logs.values().forEach(log -> log.said = 0);
    }

    /** Loses what came and was never acknowledged. What became of own messages is known all the same. */
    void forget() {
        logs.values().forEach(log -> {
            log.ahead.clear();
            log.cursor = log.stored;
            log.own.tailSet(log.stored, false).forEach(log::take);
        });
    }

    Map<UUID, Long> cursors() {
        Map<UUID, Long> cursors = new HashMap<>();
        logs.forEach((conversation, log) -> cursors.put(conversation, log.cursor));
        return cursors;
    }
}
