package app.parley.profile.personal.web;

import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What shall be otherwise in a broadcast list; what is not said, or null, stays as it is. */
@Schema(extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record BroadcastChange(
        @Follows(value = Rule.DISPLAY_NAME, optional = true)
        @Schema(
                description = "1 to 64 characters of any script, spaces around them ignored",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String name,

        @Size(min = 1, max = BroadcastRequest.MOST_RECIPIENTS)
        @Schema(
                description = "Other users, 256 at most, instead of those before",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        List<@NotNull UUID> recipients) {}
