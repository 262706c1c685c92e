package app.parley.profile.conversation.web;

import app.parley.profile.account.DisplayName;
import app.parley.profile.conversation.Audience;
import app.parley.profile.conversation.Description;
import app.parley.profile.conversation.GroupEdit;
import app.parley.profile.conversation.History;
import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** What shall be otherwise in a group; what is not said, or null, stays as it is. */
@Schema(extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record GroupChangeRequest(
        @Follows(value = Rule.DISPLAY_NAME, optional = true)
        @Schema(
                description = "1 to 64 characters of any script, spaces around them ignored",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String name,

        @Follows(value = Rule.DESCRIPTION, optional = true)
        @Schema(
                description = "Up to 512 characters of any script, with line breaks; the empty text takes it away",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String description,

        @Schema(description = "Who may send messages", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        Audience sending,

        @Schema(description = "Who may change name and description", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        Audience editing,

        @Schema(description = "Who may add people", requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        Audience adding,

        @Schema(
                description = "What new members may read: what is said from their `joining` on, or `all`",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        History history) {

    GroupEdit edit() {
        return new GroupEdit(
                name == null ? null : new DisplayName(name),
                description == null ? null : new Description(description),
                sending,
                editing,
                adding,
                history);
    }
}
