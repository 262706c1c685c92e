package app.parley.profile.conversation.web;

import app.parley.profile.account.DisplayName;
import app.parley.profile.conversation.Audience;
import app.parley.profile.conversation.Description;
import app.parley.profile.conversation.GroupInfo;
import app.parley.profile.conversation.GroupRules;
import app.parley.profile.conversation.History;
import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The group that somebody founds. */
record GroupRequest(
        @Follows(Rule.DISPLAY_NAME)
        @Schema(
                description = "1 to 64 characters of any script, spaces around them ignored",
                requiredMode = RequiredMode.REQUIRED,
                example = "Analytical engine")
        String name,

        @Follows(value = Rule.DESCRIPTION, optional = true)
        @Schema(
                description = "Up to 512 characters of any script, with line breaks; none unless said",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String description,

        @NotNull
        @Schema(
                description = "Whom to begin with; oneself need not be named, and nobody twice",
                requiredMode = RequiredMode.REQUIRED)
        List<@NotNull UUID> members,

        @Schema(description = "Who may send messages; `members` unless said", requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Audience sending,

        @Schema(
                description = "Who may change name and description; `members` unless said",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Audience editing,

        @Schema(description = "Who may add people; `members` unless said", requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Audience adding,

        @Schema(
                description =
                        "What new members may read: what is said from their `joining` on, or `all`; `joining` unless"
                                + " said")
        @Nullable
        History history) {

    GroupInfo info() {
        return new GroupInfo(new DisplayName(name), new Description(Objects.requireNonNullElse(description, "")));
    }

    GroupRules rules() {
        return new GroupRules(
                Objects.requireNonNullElse(sending, Audience.MEMBERS),
                Objects.requireNonNullElse(editing, Audience.MEMBERS),
                Objects.requireNonNullElse(adding, Audience.MEMBERS),
                Objects.requireNonNullElse(history, History.JOINING));
    }
}
