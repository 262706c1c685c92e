package app.parley.profile.account.web;

import app.parley.profile.account.SignIn;
import app.parley.profile.api.Account;
import app.parley.profile.api.Credentials;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The credentials' part of {@link app.parley.profile.api.ProfileApi}. */
@RestController
@RequestMapping("/internal/v1/credentials")
@Hidden
class CredentialController {

    private final SignIn signIn;

    CredentialController(SignIn signIn) {
        this.signIn = signIn;
    }

    @PostMapping("/verify")
    Account verify(@RequestBody Credentials credentials) {
        String handle = required("handle", credentials.handle());
        String password = required("password", credentials.password());
        return signIn.verify(handle, password)
                .map(account -> new Account(account.id(), account.handle()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNAUTHORIZED, "invalid_credentials", "Handle and password do not belong together."));
    }

    /** JSON may leave out what the record promises. */
    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", field + ": must not be null");
        }
        return value;
    }
}
