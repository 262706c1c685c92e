package app.parley.profile.personal.web;

import app.parley.profile.personal.ConversationEdit;
import app.parley.profile.personal.Draft;
import app.parley.profile.personal.Muting;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What shall be otherwise about a conversation for oneself; what is not said, or null, stays as it is. */
@Schema(extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record ConversationStateChange(
        @Schema(
                description = "Whether it is muted; for ever, unless `mutedUntil` says otherwise",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Boolean muted,

        @Schema(
                description = "Mutes it until then (RFC 3339); a time that is over unmutes it",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Instant mutedUntil,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        Boolean archived,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @Nullable
        Boolean pinned,

        @Schema(
                description = "The content of a message that is not sent yet, with a `type`, up to 32,768 characters;"
                        + " the empty object takes it away",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Map<String, Object> draft) {

    ConversationEdit edit() {
        return new ConversationEdit(
                valid("mutedUntil", this::muting),
                archived,
                pinned,
                draft == null ? null : valid("draft", () -> Draft.of(draft)));
    }

    private @Nullable Muting muting() {
        if (mutedUntil != null && Boolean.FALSE.equals(muted)) {
            throw new IllegalArgumentException("must not be said where muted is false");
        }
        if (mutedUntil != null) {
            return new Muting(mutedUntil);
        }
        if (muted == null) {
            return null;
        }
        return muted ? new Muting(Muting.FOR_EVER) : Muting.OVER;
    }

    private static <T extends @Nullable Object> T valid(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", field + ": " + e.getMessage());
        }
    }
}
