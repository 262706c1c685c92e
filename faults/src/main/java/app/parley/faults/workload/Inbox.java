package app.parley.faults.workload;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/** What a device has of each conversation, and how far it may acknowledge. */
final class Inbox {

    private static final class Log {
        private final NavigableSet<Long> ahead = new TreeSet<>();
        private long cursor;
        private long acknowledged;
    }

    private final Map<UUID, Log> logs = new HashMap<>();
    private final boolean fromTheStart;

    /**
     * @param fromTheStart whether the device was there before the first message; another counts from what comes first
     */
    Inbox(boolean fromTheStart) {
        this.fromTheStart = fromTheStart;
    }

    /** Takes a place, filled by a message that came or an own one that was accepted. */
    void fill(UUID conversation, long seq) {
        Log log = logs.computeIfAbsent(conversation, _ -> new Log());
        if (!fromTheStart && log.cursor == 0 && log.ahead.isEmpty()) {
            log.cursor = seq - 1;
        }
        if (seq > log.cursor) {
            log.ahead.add(seq);
        }
        while (log.ahead.remove(log.cursor + 1)) {
            log.cursor++;
        }
    }

    /** What can be acknowledged and was not, by conversation; said so from now on. */
    Map<UUID, Long> acknowledge() {
        Map<UUID, Long> due = new HashMap<>();
        logs.forEach((conversation, log) -> {
            if (log.cursor > log.acknowledged) {
                log.acknowledged = log.cursor;
                due.put(conversation, log.cursor);
            }
        });
        return due;
    }

    /** A new connection: what was said on the one before may have been lost with it. */
    void sayAgain() {
        logs.values().forEach(log -> log.acknowledged = 0);
    }

    long cursor(UUID conversation) {
        return logs.getOrDefault(conversation, new Log()).cursor;
    }

    Map<UUID, Long> cursors() {
        Map<UUID, Long> cursors = new HashMap<>();
        logs.forEach((conversation, log) -> cursors.put(conversation, log.cursor));
        return cursors;
    }
}
