package app.parley.profile.departure.web;

import app.parley.profile.address.Address;
import app.parley.profile.address.EmailAddress;
import app.parley.profile.address.PhoneNumber;
import app.parley.profile.code.Code;
import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** How somebody proves once more that the account is theirs. */
@Schema(
        description = "Either `password`, or `email` or `phone` with the `code` that was sent there",
        extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record DepartureRequest(
        @Size(max = 1000) @Schema(format = "password") @Nullable
        String password,

        @Follows(value = Rule.EMAIL, optional = true) @Nullable
        String email,

        @Follows(value = Rule.PHONE, optional = true) @Schema(example = "+442079460123") @Nullable
        String phone,

        @Pattern(regexp = Code.SHAPE, message = "must be six digits")
        @Schema(description = "As to log in with: `POST /v1/sessions/codes`", example = "481530")
        @Nullable
        String code) {

    /** How it is proved. */
    sealed interface Proof {

        record OfPassword(String password) implements Proof {}

        record OfCode(Address address, Code code) implements Proof {}
    }

    Proof proof() {
        if (password != null) {
            if (email != null || phone != null || code != null) {
                throw invalid("password: must not be said together with an address or a code");
            }
            return new Proof.OfPassword(password);
        }
        if (code == null) {
            throw invalid("password: either password, or a code and its address must be said");
        }
        if ((email == null) == (phone == null)) {
            throw invalid("email: either email or phone must be said with a code");
        }
        return new Proof.OfCode(email == null ? new PhoneNumber(phone) : new EmailAddress(email), new Code(code));
    }

    private static ProblemException invalid(String reason) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", reason);
    }

    /** Without the password and the code, so that no log can hold them. */
    @Override
    public String toString() {
        return "DepartureRequest[email=" + email + ", phone=" + phone + "]";
    }
}
