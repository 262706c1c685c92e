package app.parley.presence.session.web;

import app.parley.presence.session.CodeAddress;
import app.parley.presence.session.Proof;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a login. */
@OneProof
@Schema(
        description =
                "Either `handle` and `password`, or `email` or `phone` with the `code` that was sent there, and `device`")
record LoginRequest(
        @Schema(description = "With or without capitals") @Size(max = 100) @Nullable
        String handle,

        @Size(max = 1000) @Nullable String password,
        @Size(max = 254) @Nullable String email,
        @Size(max = 64) @Nullable String phone,

        @Schema(description = "Six digits, good once", example = "481530")
        @Pattern(regexp = "[0-9]{6}", message = "must be six digits")
        @Nullable
        String code,

        @NotNull @Valid DeviceRequest device) {

    boolean isByCode() {
        return email != null || phone != null || code != null;
    }

    /** What {@link OneProof} has seen to be there. */
    Proof proof() {
        return isByCode()
                ? new Proof.Code(new CodeAddress(email, phone), Objects.requireNonNull(code))
                : new Proof.Password(Objects.requireNonNull(handle), Objects.requireNonNull(password));
    }

    /** Without the password and the code, so that no log can hold them. */
    @Override
    public String toString() {
        return "LoginRequest[handle=" + handle + ", email=" + email + ", phone=" + phone + ", device=" + device + "]";
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
