package app.parley.profile.account.web;

import app.parley.profile.account.About;
import app.parley.profile.account.DisplayName;
import app.parley.profile.account.Photo;
import app.parley.profile.account.ProfileEdit;
import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** What people change about themselves; what is not said, or null, stays as it is. */
@Schema(extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record ProfileChange(
        @Follows(value = Rule.DISPLAY_NAME, optional = true)
        @Schema(
                description = "1 to 64 characters of any script, spaces around them ignored",
                requiredMode = RequiredMode.NOT_REQUIRED,
                example = "Ada Lovelace")
        @Nullable
        String displayName,

        @Follows(value = Rule.ABOUT, optional = true)
        @Schema(
                description = "A line of up to 140 code points of any script; the empty text takes it away",
                requiredMode = RequiredMode.NOT_REQUIRED,
                example = "Poetical science")
        @Nullable
        String about,

        @Follows(value = Rule.PHOTO, optional = true)
        @Schema(
                description = "The UUID of a media; the empty text takes it away",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String photo) {

    ProfileEdit edit() {
        return new ProfileEdit(
                displayName == null ? null : new DisplayName(displayName),
                about == null ? null : new About(about),
                photo == null ? null : Photo.of(photo));
    }
}
