package app.parley.profile.verification.web;

import app.parley.profile.address.Address;
import app.parley.profile.address.EmailAddress;
import app.parley.profile.address.PhoneNumber;
import app.parley.profile.api.Account;
import app.parley.profile.api.CodeAnswer;
import app.parley.profile.api.CodeCredentials;
import app.parley.profile.api.SignInAddress;
import app.parley.profile.code.Code;
import app.parley.profile.code.CodeRefusal;
import app.parley.profile.verification.CodeSignIn;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The part of {@link app.parley.profile.api.ProfileApi} that is about signing in by a code. */
@RestController
@RequestMapping("/internal/v1/sign-in-codes")
@Hidden
class SignInCodeController {

    private final CodeSignIn signIn;

    SignInCodeController(CodeSignIn signIn) {
        this.signIn = signIn;
    }

    @PostMapping
    CodeAnswer request(@RequestBody SignInAddress address) {
        return address(address)
                .map(known -> signIn.request(known)
                        .map(SignInCodeController::refused)
                        .orElseGet(() -> CodeAnswer.of(CodeAnswer.Outcome.ACCEPTED)))
                .orElseGet(() -> CodeAnswer.of(CodeAnswer.Outcome.NO_ADDRESS));
    }

    private static CodeAnswer refused(CodeRefusal reason) {
        return switch (reason) {
            case CodeRefusal.NotAvailable _ -> CodeAnswer.of(CodeAnswer.Outcome.NOT_AVAILABLE);
            case CodeRefusal.TooMany(var retryAfter) -> CodeAnswer.tooMany(retryAfter);
        };
    }

    @PostMapping("/verify")
    Account verify(@RequestBody CodeCredentials credentials) {
        return address(credentials.address())
                .filter(_ -> credentials.code().matches(Code.SHAPE))
                .flatMap(address -> signIn.verify(address, new Code(credentials.code())))
                .map(account -> new Account(account.id(), account.handle()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNAUTHORIZED, "invalid_code", "The code is not one to sign in with there."));
    }

    /** None if nothing that is valid is written. */
    private static Optional<Address> address(SignInAddress written) {
        Optional<Address> email = Optional.ofNullable(written.email())
                .filter(text -> EmailAddress.violation(text).isEmpty())
                .map(EmailAddress::new);
        return email.or(() -> Optional.ofNullable(written.phone())
                .filter(text -> PhoneNumber.violation(text).isEmpty())
                .map(PhoneNumber::new));
    }
}
