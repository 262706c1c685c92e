package app.parley.chat.export.web;

import app.parley.chat.export.Exported;
import app.parley.chat.inbox.OwnConversation;
import app.parley.chat.protocol.Content;
import app.parley.chat.routing.Message;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What somebody reads of something that is kept of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Line {

    @JsonTypeName("session")
    record SessionLine(UUID device, String name, String platform, Instant createdAt) implements Line {}

    @JsonTypeName("conversation")
    record ConversationLine(
            UUID id, String kind, @Nullable String name, OwnConversation.@Nullable Person with, String role)
            implements Line {

        static ConversationLine of(OwnConversation own) {
            return new ConversationLine(
                    own.id(),
                    own.isGroup() ? "group" : "direct",
                    own.name(),
                    own.other(),
                    own.role().name().toLowerCase(Locale.ROOT));
        }
    }

    @JsonTypeName("message")
    record MessageLine(
            UUID conversation,
            long seq,
            UUID id,
            UUID from,
            @Nullable UUID device,
            Instant at,
            Content content) implements Line {

        static MessageLine of(Message message) {
            return new MessageLine(
                    message.conversation(),
                    message.seq(),
                    message.id(),
                    message.sender(),
                    message.sentFrom(),
                    message.at(),
                    Content.ofChecked(message.content()));
        }
    }

    @JsonTypeName("end")
    record EndLine() implements Line {}

    /** As text, with what ends it. */
    static String of(Exported exported, JsonMapper json) {
        String line = switch (exported) {
            case Exported.OfProfile(String its) -> its;
            case Exported.OfLogin(var login) ->
                json.writeValueAsString(
                        new SessionLine(login.device(), login.name(), login.platform(), login.createdAt()));
            case Exported.OfConversation(var conversation) ->
                json.writeValueAsString(ConversationLine.of(conversation));
            case Exported.OfMessage(var message) -> json.writeValueAsString(MessageLine.of(message));
            case Exported.End() -> json.writeValueAsString(new EndLine());
        };
        return line + "\n";
    }
}
