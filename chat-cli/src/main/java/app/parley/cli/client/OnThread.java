package app.parley.cli.client;

import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Told;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Tells a listener on a thread of its own, where it may wait, instead of on the client's event loop. */
public record OnThread(Executor thread, ChatListener listener) implements ChatListener {

    @Override
    public void connection(ConnectionState state) {
        thread.execute(() -> listener.connection(state));
    }

    @Override
    public void message(Told told, boolean waited) {
        thread.execute(() -> listener.message(told, waited));
    }

    @Override
    public void synced(int messages) {
        thread.execute(() -> listener.synced(messages));
    }

    @Override
    public void accepted(Outgoing message, Told told) {
        thread.execute(() -> listener.accepted(message, told));
    }

    @Override
    public void refused(Outgoing message, String reason) {
        thread.execute(() -> listener.refused(message, reason));
    }

    @Override
    public void receipt(UUID conversation, Standing standing) {
        thread.execute(() -> listener.receipt(conversation, standing));
    }

    @Override
    public void typing(Recipient to, UUID user, boolean typing) {
        thread.execute(() -> listener.typing(to, user, typing));
    }

    @Override
    public void presence(UUID user, boolean online, @Nullable Instant lastSeen) {
        thread.execute(() -> listener.presence(user, online, lastSeen));
    }

    @Override
    public void complaint(String reason) {
        thread.execute(() -> listener.complaint(reason));
    }
}
