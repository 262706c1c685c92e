package app.parley.cli.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What this client says. The token travels in the upgrade's {@code Authorization} header, so {@code auth} is not here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
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

    /** A message. {@code id} is the key by which a retry is recognised. */
    record Send(UUID id, Target to, JsonNode content) implements ClientFrame {}

    /** Whom a message is for: a user, or all in a conversation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Target(@Nullable UUID user, @Nullable UUID conversation) {

        public static Target user(UUID user) {
            return new Target(user, null);
        }

        public static Target conversation(UUID conversation) {
            return new Target(null, conversation);
        }
    }

    /** This device has everything up to and with {@code seq}. */
    record Ack(UUID conversation, long seq) implements ClientFrame {}

    /** The user has read everything up to and with {@code seq}. */
    record Read(UUID conversation, long seq) implements ClientFrame {}

    /** Asks for messages, and where the other members stand. */
    record Pull(
            UUID id,
            UUID conversation,
            @Nullable Long after,
            @Nullable Long before,
            int limit) implements ClientFrame {

        /** Only where the members stand. */
        public static Pull receipts(UUID conversation) {
            return new Pull(TimeOrderedIds.next(), conversation, null, null, 0);
        }

        /** The messages after a place, the oldest first. */
        public static Pull following(UUID conversation, long after, int limit) {
            return new Pull(TimeOrderedIds.next(), conversation, after, null, limit);
        }

        /** The messages before a place, the newest of them. */
        public static Pull preceding(UUID conversation, long before, int limit) {
            return new Pull(TimeOrderedIds.next(), conversation, null, before, limit);
        }
    }

    /** The user types ({@code started}) or stopped ({@code stopped}). */
    record Typing(UUID conversation, String state) implements ClientFrame {}

    /** Whose presence is wanted, from now on. */
    record Watch(List<UUID> users) implements ClientFrame {}

    /** Is the server there? */
    record Ping() implements ClientFrame {}
}
