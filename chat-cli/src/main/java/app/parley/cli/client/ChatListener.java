package app.parley.cli.client;

import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Told;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client tells its user. Called on the event loop: do not wait in it. */
public interface ChatListener {

    void connection(ConnectionState state);

    /**
     * An entry of a log, each once and in the order of its conversation.
     *
     * @param waited it was sent while this device was away
     */
    void message(Told told, boolean waited);

    /** All that waited has come. {@code messages} of them were new. */
    void synced(int messages);

    /** An own message has its place: it is sent. */
    void accepted(Outgoing message, Told told);

    /** An own message will not be sent. */
    void refused(Outgoing message, String reason);

    /** The other side of a conversation, or everybody in a group, has received or read more than before. */
    void receipt(UUID conversation, Standing standing);

    /** @param to whom they write to: this user, who is then given as {@code user} themselves, or a group */
    void typing(Recipient to, UUID user, boolean typing);

    void presence(UUID user, boolean online, @Nullable Instant lastSeen);

    /** The server could not do something that was asked. */
    void complaint(String reason);
}
