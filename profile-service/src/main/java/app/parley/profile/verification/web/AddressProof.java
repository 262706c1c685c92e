package app.parley.profile.verification.web;

import app.parley.profile.address.Address;
import app.parley.profile.code.Code;
import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody read at their address. */
@Schema(
        description = "Either `email` or `phone`, as it was asked for, and `code`",
        extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record AddressProof(
        @Follows(value = Rule.EMAIL, optional = true) @Nullable
        String email,

        @Follows(value = Rule.PHONE, optional = true) @Schema(example = "+442079460123") @Nullable
        String phone,

        @NotNull
        @Pattern(regexp = Code.SHAPE, message = "must be six digits")
        @Schema(example = "481530", requiredMode = Schema.RequiredMode.REQUIRED)
        String code) {

    Address address() {
        return Addresses.either(email, phone);
    }

    /** Without the code, so that no log can hold it. */
    @Override
    public String toString() {
        return "AddressProof[email=" + email + ", phone=" + phone + "]";
    }
}
