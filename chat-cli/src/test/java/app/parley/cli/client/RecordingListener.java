package app.parley.cli.client;

import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Told;
import app.parley.cli.frame.Content;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers all it is told. */
final class RecordingListener implements ChatListener {

    final List<ConnectionState> states = new CopyOnWriteArrayList<>();
    final List<LogEntry> messages = new CopyOnWriteArrayList<>();
    final List<Told> told = new CopyOnWriteArrayList<>();
    final List<Integer> synced = new CopyOnWriteArrayList<>();
    final List<LogEntry> accepted = new CopyOnWriteArrayList<>();
    final List<String> refused = new CopyOnWriteArrayList<>();
    final List<Standing> receipts = new CopyOnWriteArrayList<>();
    final List<Recipient> typing = new CopyOnWriteArrayList<>();
    final List<String> reasons = new CopyOnWriteArrayList<>();
    final List<String> complaints = new CopyOnWriteArrayList<>();

    List<String> texts() {
        return messages.stream().map(entry -> text(entry.said())).toList();
    }

    private static String text(Content content) {
        return content instanceof Content.Text text ? text.text() : content.toString();
    }

    @Override
    public void connection(ConnectionState state) {
        states.add(state);
    }

    @Override
    public void message(Told message, boolean waited) {
        told.add(message);
        messages.add(message.entry());
    }

    @Override
    public void synced(int count) {
        synced.add(count);
    }

    @Override
    public void accepted(Outgoing message, Told acceptedAs) {
        accepted.add(acceptedAs.entry());
        told.add(acceptedAs);
    }

    @Override
    public void refused(Outgoing message, String reason) {
        refused.add(text(message.said()));
        reasons.add(reason);
    }

    @Override
    public void receipt(UUID conversation, Standing standing) {
        receipts.add(standing);
    }

    @Override
    public void typing(Recipient to, UUID user, boolean isTyping) {
        typing.add(to);
    }

    @Override
    public void presence(UUID user, boolean online, @Nullable Instant lastSeen) {}

    @Override
    public void complaint(String reason) {
        complaints.add(reason);
    }
}
