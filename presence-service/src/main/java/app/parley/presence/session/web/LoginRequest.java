package app.parley.presence.session.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a login. */
record LoginRequest(
        @Schema(description = "With or without capitals") @NotBlank @Size(max = 100)
        String handle,

        @NotEmpty @Size(max = 1000) String password,
        @NotNull @Valid DeviceRequest device) {

    /** Without the password, so that no log can hold it. */
    @Override
    public String toString() {
        return "LoginRequest[handle=" + handle + ", device=" + device + "]";
    }

    @Schema(name = "LoginDevice")
    record DeviceRequest(
            @Schema(description = "For its owner to recognise it by", example = "Ada's phone")
            @NotBlank
            @Size(max = 100)
            String name,

            @Schema(description = "What it runs on", example = "android")
            @NotNull
            @Pattern(
                    regexp = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,31}",
                    message = "must be 1 to 32 letters, digits, spaces, dots, dashes or underscores")
            String platform,

            @Schema(
                    description =
                            "The deviceId of an earlier login, to be the same device again, also after that session is"
                                    + " over. If it is not one of yours, the answer has a new one")
            @Nullable
            UUID id) {}
}
