package app.parley.cli.terminal;

import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Tick;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The user's own messages on the screen, and how far each has come. */
final class OwnTicks {

    private final Transcript transcript;
    private final PeerStatus status;
    private final Map<UUID, TreeSet<Long>> unread = new HashMap<>();
    private Transcript.@Nullable Key last;

    OwnTicks(Transcript transcript, PeerStatus status) {
        this.transcript = transcript;
        this.status = status;
    }

    /** Shows a message that the server does not have yet. */
    void waiting(Outgoing outgoing, @Nullable String quote, String text) {
        show(Transcript.Key.of(outgoing), Line.own(outgoing.at(), 0, Tick.WAITING, quote, text), Tick.WAITING);
    }

    /** Shows a message that has its place. */
    void show(LogEntry entry, Tick tick, @Nullable String quote, String text) {
        show(Transcript.Key.of(entry), Line.own(entry.at(), entry.seq(), tick, quote, text), tick);
        track(entry);
    }

    private void show(Transcript.Key key, Line line, Tick tick) {
        transcript.message(key, line);
        last = key;
        status.lastTick(tick);
    }

    void accepted(Outgoing outgoing, LogEntry entry) {
        Transcript.Key waiting = Transcript.Key.of(outgoing);
        Transcript.Key key = Transcript.Key.of(entry);
        transcript.placed(waiting, key);
        if (waiting.equals(last)) {
            last = key;
        }
        track(entry);
        tick(key, Tick.SENT);
    }

    void refused(Outgoing outgoing) {
        tick(Transcript.Key.of(outgoing), Tick.FAILED);
    }

    void receipt(UUID conversation, Standing standing) {
        TreeSet<Long> own = unread.getOrDefault(conversation, new TreeSet<>());
        own.headSet(standing.delivered(), true)
                .forEach(seq -> tick(new Transcript.Key(conversation, seq), standing.tick(seq)));
        own.headSet(standing.read(), true).clear();
    }

    private void track(LogEntry entry) {
        unread.computeIfAbsent(entry.conversation(), _ -> new TreeSet<>()).add(entry.seq());
    }

    private void tick(Transcript.Key key, Tick tick) {
        boolean shown = transcript.tick(key, tick);
        if (key.equals(last) || !shown) {
            status.lastTick(tick);
        }
    }
}
