package app.parley.cli.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the server says. A frame of a type that is not known here is {@link Unknown}, and passed over. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ServerFrame.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerFrame.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = ServerFrame.Message.class, name = "message"),
    @JsonSubTypes.Type(value = ServerFrame.Synced.class, name = "synced"),
    @JsonSubTypes.Type(value = ServerFrame.Pulled.class, name = "pulled"),
    @JsonSubTypes.Type(value = ServerFrame.Receipt.class, name = "receipt"),
    @JsonSubTypes.Type(value = ServerFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = ServerFrame.Presence.class, name = "presence"),
    @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerFrame.Refusal.class, name = "error"),
    @JsonSubTypes.Type(value = ServerFrame.Bye.class, name = "bye")
})
public sealed interface ServerFrame {

    /** This device is known. {@code heartbeat} is in seconds. */
    record Welcome(UUID user, UUID device, int heartbeat, Limits limits) implements ServerFrame {}

    /** What the server takes. */
    record Limits(int frameBytes, int textCharacters, int window, int sends) {}

    /** The message sent as {@code id} is durable, at this place of the conversation. */
    record Accepted(UUID id, UUID conversation, long seq, Instant at) implements ServerFrame {}

    /**
     * A message.
     *
     * @param device null if it is the server that tells of a change, which {@code from} made
     * @param content as it came: what is in it may be newer than this client
     */
    record Message(
            UUID conversation,
            long seq,
            UUID id,
            UUID from,
            @Nullable UUID device,
            Instant at,
            @Nullable JsonNode content)
            implements ServerFrame {

        /** The change that the server tells of, or null if somebody wrote this. */
        public @Nullable GroupChange change() {
            if (device != null || content == null) {
                return null;
            }
            return content.path("type").asString("").equals(GroupChange.TYPE) ? GroupChange.read(content) : null;
        }
    }

    /** All that waited has been sent. */
    record Synced() implements ServerFrame {}

    /** The end of the answer to a pull. */
    record Pulled(UUID id, UUID conversation, long head) implements ServerFrame {}

    /** How far a user has received and read a conversation; without a user, how far everybody in a group has. */
    record Receipt(UUID conversation, @Nullable UUID user, long delivered, long read) implements ServerFrame {}

    /** A user types, records, or stopped: {@code state} is {@code started}, {@code recording} or {@code stopped}. */
    record Typing(UUID conversation, UUID user, String state) implements ServerFrame {}

    /** A watched user came or went. */
    record Presence(UUID user, boolean online, @Nullable Instant lastSeen) implements ServerFrame {}

    /** The answer to a ping. */
    record Pong() implements ServerFrame {}

    /** The frame {@code error}: something was not carried out. */
    record Refusal(
            String code,
            String reason,
            boolean retryable,
            @Nullable String ref) implements ServerFrame {

        /** The id of what was not carried out, or nothing if it is not said, or had none. */
        public Optional<UUID> refId() {
            try {
                return ref == null ? Optional.empty() : Optional.of(UUID.fromString(ref));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** The server is about to close, and when to come back. */
    record Bye(String reason, long reconnectAfterMs) implements ServerFrame {}

    /** Something newer than this client. */
    record Unknown() implements ServerFrame {}
}
