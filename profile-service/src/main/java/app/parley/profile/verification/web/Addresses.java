package app.parley.profile.verification.web;

import app.parley.profile.address.Address;
import app.parley.profile.address.EmailAddress;
import app.parley.profile.address.PhoneNumber;
import app.parley.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The address that a request names, one way or the other. */
final class Addresses {

    private Addresses() {}

    /** Either of two that keep to the rules. */
    static Address either(@Nullable String email, @Nullable String phone) {
        if ((email == null) == (phone == null)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "email: either email or phone must be said");
        }
        return email == null ? new PhoneNumber(phone) : new EmailAddress(email);
    }
}
