package app.parley.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerFrame.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = ServerFrame.Broadcasted.class, name = "broadcasted"),
    @JsonSubTypes.Type(value = ServerFrame.Message.class, name = "message"),
    @JsonSubTypes.Type(value = ServerFrame.Synced.class, name = "synced"),
    @JsonSubTypes.Type(value = ServerFrame.Pulled.class, name = "pulled"),
    @JsonSubTypes.Type(value = ServerFrame.Receipt.class, name = "receipt"),
    @JsonSubTypes.Type(value = ServerFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = ServerFrame.Presence.class, name = "presence"),
    @JsonSubTypes.Type(value = ServerFrame.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerFrame.Error.class, name = "error"),
    @JsonSubTypes.Type(value = ServerFrame.Bye.class, name = "bye")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerFrame {

    /**
     * The device is known; what waits for it follows.
     *
     * @param heartbeat in seconds: the server pings a silent client this often, and gives it up after three times it
     */
    record Welcome(UUID user, UUID device, int heartbeat, Limits limits) implements ServerFrame {}

    /**
     * What the server takes from this client.
     *
     * @param frameBytes the largest WebSocket message
     * @param textCharacters the longest text, in Unicode code points
     * @param window how many messages the server sends ahead of this device's acknowledgements
     * @param sends how many sends may be unanswered
     */
    record Limits(int frameBytes, int textCharacters, int window, int sends) {}

    /**
     * The message is durable.
     *
     * @param id of the send
     * @param seq its place in the conversation: 1, 2, 3 … without holes
     */
    record Accepted(UUID id, UUID conversation, long seq, Instant at) implements ServerFrame {}

    /**
     * The message is durable in the direct conversation with everybody on the broadcast list who can be written to.
     *
     * @param id of the send
     * @param places where it is, in no order
     * @param skipped who cannot be written to, in no order
     */
    record Broadcasted(UUID id, List<Place> places, List<Skipped> skipped) implements ServerFrame {}

    /** Where the message to one recipient of a broadcast list is. */
    record Place(UUID user, UUID conversation, long seq, Instant at) {}

    /** Why one recipient of a broadcast list got nothing. */
    record Skipped(UUID user, ErrorCode code) {}

    /**
     * A message.
     *
     * @param id of its send
     * @param from the user who sent it, or who made the change that it tells of
     * @param device the device it was sent from; absent in what the server says
     */
    record Message(
            UUID conversation,
            long seq,
            UUID id,
            UUID from,
            @Nullable UUID device,
            Instant at,
            Content content) implements ServerFrame {}

    /** Everything that waited at the time of {@code welcome} has been sent. */
    record Synced() implements ServerFrame {}

    /** The end of the answer to a {@code pull}; {@code head} is the conversation's last sequence number. */
    record Pulled(UUID id, UUID conversation, long head) implements ServerFrame {}

    /**
     * How far a user has received ({@code delivered}: on one device at least) and read a conversation; without a user, how
     * far everybody in the group has.
     */
    record Receipt(UUID conversation, @Nullable UUID user, long delivered, long read) implements ServerFrame {}

    record Typing(UUID conversation, UUID user, ClientFrame.TypingState state) implements ServerFrame {}

    /** A watched user came or went. {@code lastSeen} is absent while online, and for who was never there. */
    record Presence(UUID user, boolean online, @Nullable Instant lastSeen) implements ServerFrame {}

    /**
     * One of the user's devices has changed what they keep for themselves; what it is, the feed says over REST.
     *
     * @param version of all of it; whoever knows it or a later one needs not ask
     */
    record Changed(long version) implements ServerFrame {}

    record Pong() implements ServerFrame {}

    /**
     * A frame was not carried out.
     *
     * @param reason for people; {@code code} is for programs
     * @param retryable the same frame may succeed later
     * @param ref the id of the frame it answers, or its type if it has no id; absent if it could not be read
     */
    record Error(
            ErrorCode code,
            String reason,
            boolean retryable,
            @Nullable String ref) implements ServerFrame {}

    /** The server closes this connection. Come back after so many milliseconds. */
    record Bye(String reason, long reconnectAfterMs) implements ServerFrame {}
}
