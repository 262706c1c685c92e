package app.parley.chat.inbox.web;

import app.parley.chat.inbox.InboxEntry;
import app.parley.chat.inbox.OwnConversation;
import app.parley.chat.inbox.OwnConversation.Person;
import app.parley.chat.message.Overview;
import app.parley.chat.protocol.Content;
import app.parley.chat.routing.Message;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conversation as the first screen shows it. */
record InboxEntryView(
        UUID id,
        Kind kind,

        @Schema(
                types = {"string", "null"},
                description = "The group's; null for a direct conversation")
        @Nullable
        String name,

        @Schema(
                types = {"object", "null"},
                description = "Who a direct conversation is with; null for a group, and if their account is gone")
        @Nullable
        Person with,

        long memberCount,
        Role role,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "Until when it is muted (RFC 3339); 9999-12-31T23:59:59Z: for ever; null: not muted")
        @Nullable
        Instant mutedUntil,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "Since when it is pinned (RFC 3339); null: not pinned")
        @Nullable
        Instant pinnedAt,

        @Schema(
                types = {"object", "null"},
                description = "What is not sent yet: the content of a message")
        @Nullable
        Content draft,

        @Schema(description = "The sequence number of the last message that one may see; 0: none")
        long head,

        @Schema(description = "Up to where one has read") long read,

        @Schema(
                description =
                        "How many messages one has neither read nor answered; what is said about messages does not"
                                + " count, nor what the server says. With more than 512 of those among them it may be a few too many")
        long unread,

        @Schema(description = "After how many seconds what is said now disappears; 0: never")
        long timer,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "When something was said last (RFC 3339), whether it is kept or not; null: never")
        @Nullable
        Instant at,

        @Schema(
                types = {"object", "null"},
                description = "What was said last, as it is now; null: nothing, or it is not kept")
        @Nullable
        LastMessage last) {

    /** What a conversation is. */
    enum Kind {
        @JsonProperty("direct")
        DIRECT,
        @JsonProperty("group")
        GROUP
    }

    /** What one is in it. */
    enum Role {
        @JsonProperty("owner")
        OWNER,
        @JsonProperty("admin")
        ADMIN,
        @JsonProperty("member")
        MEMBER
    }

    /**
     * A message as it is now.
     *
     * @param device null if the server says it
     * @param content as it was edited last; {@code {"type": "deleted"}} if it is deleted
     */
    record LastMessage(
            long seq, UUID id, UUID from, @Nullable UUID device, Instant at, Content content, boolean edited) {

        static LastMessage of(Message message, @Nullable String edit) {
            return new LastMessage(
                    message.seq(),
                    message.id(),
                    message.sender(),
                    message.sentFrom(),
                    message.at(),
                    Content.ofChecked(edit == null ? message.content() : instead(edit)),
                    edit != null);
        }

        /** What an edit says, which was checked when it was sent. */
        private static String instead(String edit) {
            JsonNode content = JsonMapper.shared().readTree(edit).path("content");
            return content.toString();
        }
    }

    static InboxEntryView of(InboxEntry entry) {
        OwnConversation own = entry.own();
        Overview overview = entry.overview();
        Message last = overview.last();
        return new InboxEntryView(
                own.id(),
                own.isGroup() ? Kind.GROUP : Kind.DIRECT,
                own.name(),
                own.other(),
                own.memberCount(),
                role(own.role()),
                own.mutedUntil(),
                own.pinnedAt(),
                own.draft() == null ? null : Content.ofChecked(own.draft()),
                overview.head(),
                overview.read(),
                overview.unread(),
                overview.timer(),
                overview.at(),
                last == null ? null : LastMessage.of(last, overview.edit()));
    }

    private static Role role(OwnConversation.Role role) {
        return switch (role) {
            case OWNER -> Role.OWNER;
            case ADMIN -> Role.ADMIN;
            case MEMBER -> Role.MEMBER;
        };
    }
}
