package app.parley.presence.session.web;

import app.parley.presence.session.CodeAddress;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Where somebody wants to read a code to log in with. */
@Schema(description = "Either of the two")
record CodeRequest(
        @Schema(description = "With or without capitals", example = "ada@example.org") @Size(max = 254) @Nullable
        String email,

        @Schema(description = "In international form, from + and the country's code on", example = "+442079460123")
        @Size(max = 64)
        @Nullable
        String phone) {

    CodeAddress address() {
        wrongAddress(email, phone).ifPresent(reason -> {
            throw invalid("email: " + reason);
        });
        return new CodeAddress(email, phone);
    }

    /** The field that was said is not what it is called. */
    ProblemException noAddress() {
        return invalid(
                email != null
                        ? "email: must be an e-mail address, such as ada@example.org"
                        : "phone: must be a phone number that begins with + and the country's code");
    }

    /** What is wrong about one address or the other, or empty if there is one. */
    static Optional<String> wrongAddress(@Nullable String email, @Nullable String phone) {
        return (email == null) == (phone == null)
                ? Optional.of("either email or phone must be said")
                : Optional.empty();
    }

    private static ProblemException invalid(String reason) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", reason);
    }
}
