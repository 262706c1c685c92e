package app.parley.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Auth.class, name = "auth"),
    @JsonSubTypes.Type(value = ClientFrame.Send.class, name = "send"),
    @JsonSubTypes.Type(value = ClientFrame.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = ClientFrame.Read.class, name = "read"),
    @JsonSubTypes.Type(value = ClientFrame.Pull.class, name = "pull"),
    @JsonSubTypes.Type(value = ClientFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = ClientFrame.Watch.class, name = "watch"),
    @JsonSubTypes.Type(value = ClientFrame.Ping.class, name = "ping")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ClientFrame {

    /** The first frame, unless the upgrade carried {@code Authorization: Bearer}. */
    record Auth(String token) implements ClientFrame {
        /** Without the token, so that no log can hold it. */
        @Override
        public String toString() {
            return "Auth[]";
        }
    }

    /**
     * A message. Answered by {@code accepted}, or {@code broadcasted} if it is for a broadcast list, or {@code error} with
     * this id.
     *
     * @param id made by the client, best a UUIDv7: the key by which a retry is recognised
     */
    record Send(UUID id, Target to, Content content) implements ClientFrame {}

    /**
     * Whom a message is for: exactly one of the three.
     *
     * @param broadcast a broadcast list of one's own: everybody on it gets the message in their direct conversation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Target(
            @Nullable UUID user,
            @Nullable UUID conversation,
            @Nullable UUID broadcast) {}

    /** This device has everything in the conversation up to and with {@code seq}. */
    record Ack(UUID conversation, long seq) implements ClientFrame {}

    /** The user has read everything in the conversation up to and with {@code seq}. */
    record Read(UUID conversation, long seq) implements ClientFrame {}

    /**
     * Asks for messages of a conversation and where its members stand. Answered by {@code message} frames, ascending,
     * then a {@code receipt} for each other member, then {@code pulled} with this id.
     *
     * @param after messages that follow it, or null
     * @param before messages that precede it, the nearest first to be taken, or null
     * @param limit 0 (receipts only) to 200
     */
    record Pull(
            UUID id,
            UUID conversation,
            @Nullable Long after,
            @Nullable Long before,
            int limit) implements ClientFrame {}

    /** The user types, records something to be heard or seen, or stopped. Repeated every few seconds while it lasts; it ends by itself after 6 s. */
    record Typing(UUID conversation, TypingState state) implements ClientFrame {}

    /** Whose presence this device wants to hear of, from now on, instead of what it watched before. */
    record Watch(List<UUID> users) implements ClientFrame {}

    /** Answered by {@code pong}: is the server there? */
    record Ping() implements ClientFrame {}

    /** Whether somebody is typing, or recording. */
    enum TypingState {
        @JsonProperty("started")
        STARTED,
        @JsonProperty("recording")
        RECORDING,
        @JsonProperty("stopped")
        STOPPED
    }
}
