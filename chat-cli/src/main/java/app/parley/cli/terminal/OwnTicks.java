package app.parley.cli.terminal;

import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Tick;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The user's own messages on the screen, and how far each has come. */
final class OwnTicks {

    private final Transcript transcript;
    private final PeerStatus status;
    private final Map<UUID, TreeMap<Long, UUID>> unread = new HashMap<>();
    private @Nullable UUID last;

    OwnTicks(Transcript transcript, PeerStatus status) {
        this.transcript = transcript;
        this.status = status;
    }

    /** Shows a message that the server does not have yet. */
    void waiting(Outgoing outgoing) {
        transcript.own(outgoing.id(), outgoing.at(), outgoing.text(), Tick.WAITING);
        last = outgoing.id();
        status.lastTick(Tick.WAITING);
    }

    /** Shows a message that has its place. */
    void show(LogEntry entry, Tick tick) {
        transcript.own(entry.id(), entry.at(), entry.shown(), tick);
        track(entry);
        last = entry.id();
        status.lastTick(tick);
    }

    void accepted(LogEntry entry) {
        track(entry);
        tick(entry.id(), Tick.SENT);
    }

    void refused(Outgoing outgoing) {
        tick(outgoing.id(), Tick.FAILED);
    }

    void receipt(UUID conversation, Standing standing) {
        TreeMap<Long, UUID> own = unread.getOrDefault(conversation, new TreeMap<>());
        own.headMap(standing.delivered(), true).forEach((seq, id) -> tick(id, standing.tick(seq)));
        own.headMap(standing.read(), true).clear();
    }

    private void track(LogEntry entry) {
        unread.computeIfAbsent(entry.conversation(), _ -> new TreeMap<>()).put(entry.seq(), entry.id());
    }

    private void tick(UUID id, Tick tick) {
        boolean shown = transcript.tick(id, tick);
        if (id.equals(last) || !shown) {
            status.lastTick(tick);
        }
    }
}
