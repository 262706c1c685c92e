package app.parley.profile.privacy.web;

import app.parley.profile.privacy.Circle;
import app.parley.profile.privacy.PrivacyEdit;
import app.parley.service.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What one wants to show otherwise; what is not said, or null, stays as it is. A misspelt wish is refused, and not passed over. */
@Schema(extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record PrivacyChange(
        @Schema(implementation = Circle.class) @Nullable String lastSeen,
        @Schema(implementation = Circle.class) @Nullable String online,
        @Schema(implementation = Circle.class) @Nullable String about,
        @Schema(implementation = Circle.class) @Nullable String photo,
        @Schema(implementation = Circle.class) @Nullable String readReceipts,
        @Schema(implementation = Circle.class) @Nullable String groups,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

    /** What is wanted, if all of it can be. */
    PrivacyEdit edit() {
        if (unknown != null && !unknown.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "unknown_attribute",
                    "%d of the attributes do not exist; there are lastSeen, online, about, photo, readReceipts and groups."
                            .formatted(unknown.size()));
        }
        return new PrivacyEdit(
                circle("lastSeen", lastSeen),
                circle("online", online),
                circle("about", about),
                circle("photo", photo),
                circle("readReceipts", readReceipts),
                circle("groups", groups));
    }

    private static @Nullable Circle circle(String attribute, @Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Circle.values())
                .filter(circle -> circle.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "unknown_value",
                        attribute + ": is everyone, contacts or nobody, and nothing else"));
    }
}
