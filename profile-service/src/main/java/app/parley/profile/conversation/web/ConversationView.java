package app.parley.profile.conversation.web;

import app.parley.profile.api.Retention;
import app.parley.profile.conversation.Audience;
import app.parley.profile.conversation.Conversation;
import app.parley.profile.conversation.Group;
import app.parley.profile.conversation.GroupRules;
import app.parley.profile.conversation.History;
import app.parley.profile.conversation.OwnConversation;
import app.parley.profile.conversation.Refusal;
import app.parley.profile.conversation.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What its members see of a conversation; what only groups have is null for a direct one. */
record ConversationView(
        UUID id,
        ConversationKind kind,

        @Schema(
                types = {"array", "null"},
                description =
                        "The ids of the two who take part, oneself among them; only one's own if the account of the other"
                                + " is gone; null for a group, whose members are looked up by themselves")
        @Nullable
        List<UUID> members,

        @Schema(
                types = {"string", "null"},
                description = "The conversation's own policy; null: as the deployment says")
        @Nullable
        Retention retention,

        @Schema(description = "When somebody first wrote, or founded the group (RFC 3339)")
        Instant createdAt,

        @Schema(
                types = {"string", "null"},
                description = "The group's",
                example = "Analytical engine")
        @Nullable
        String name,

        @Schema(
                types = {"string", "null"},
                description = "What the group is about; null also for one without")
        @Nullable
        String description,

        @Schema(
                types = {"string", "null"},
                description = "Who may send messages to the group")
        @Nullable
        Audience sending,

        @Schema(
                types = {"string", "null"},
                description = "Who may change name and description")
        @Nullable
        Audience editing,

        @Schema(
                types = {"string", "null"},
                description = "Who may add people")
        @Nullable
        Audience adding,

        @Schema(
                types = {"string", "null"},
                description = "What new members may read: what is said from their `joining` on, or `all`")
        @Nullable
        History history,

        @Schema(
                types = {"integer", "null"},
                description = "How many are in the group")
        @Nullable
        Long memberCount,

        @Schema(
                types = {"string", "null"},
                description = "What one is in the group")
        @Nullable
        Role role) {

    /** Of who asks; it may be that they have been removed a moment ago. */
    static ConversationView ofOrThrow(Optional<OwnConversation> own) {
        return own.map(ConversationView::of)
                .orElseThrow(() -> ConversationProblems.of(new Refusal.UnknownConversation()));
    }

    static ConversationView of(OwnConversation own) {
        return own.conversation() instanceof Group group
                ? ofGroup(group, own)
                : ofTwo(own.conversation(), own.members());
    }

    private static ConversationView ofGroup(Group group, OwnConversation own) {
        GroupRules rules = group.rules();
        String description = group.info().description().value();
        return new ConversationView(
                group.id(),
                ConversationKind.GROUP,
                null,
                retention(group),
                group.createdAt(),
                group.info().name().value(),
                description.isEmpty() ? null : description,
                rules.sending(),
                rules.editing(),
                rules.adding(),
                rules.history(),
                own.memberCount(),
                own.role());
    }

    private static ConversationView ofTwo(Conversation conversation, List<UUID> members) {
        return new ConversationView(
                conversation.id(),
                ConversationKind.DIRECT,
                members,
                retention(conversation),
                conversation.createdAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable Retention retention(Conversation conversation) {
        return conversation.retention().map(RetentionNames::wire).orElse(null);
    }
}
