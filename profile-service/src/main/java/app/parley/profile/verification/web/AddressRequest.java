package app.parley.profile.verification.web;

import app.parley.profile.address.Address;
import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address that somebody wants to have. */
@Schema(
        description = "Either of the two",
        extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record AddressRequest(
        @Follows(value = Rule.EMAIL, optional = true)
        @Schema(description = "Capitals are ignored", example = "ada@example.org")
        @Nullable
        String email,

        @Follows(value = Rule.PHONE, optional = true)
        @Schema(description = "In international form, from + and the country's code on", example = "+442079460123")
        @Nullable
        String phone) {

    Address address() {
        return Addresses.either(email, phone);
    }
}
