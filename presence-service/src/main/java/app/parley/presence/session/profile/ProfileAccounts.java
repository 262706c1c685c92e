package app.parley.presence.session.profile;

import app.parley.presence.session.Accounts;
import app.parley.presence.session.CodeAddress;
import app.parley.presence.session.CodeOutcome;
import app.parley.presence.session.Proof;
import app.parley.profile.api.Account;
import app.parley.profile.api.CodeAnswer;
import app.parley.profile.api.CodeCredentials;
import app.parley.profile.api.Credentials;
import app.parley.profile.api.ProfileApi;
import app.parley.profile.api.SignInAddress;
import app.parley.service.client.RemoteProblem;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks profile-service. */
@Component
class ProfileAccounts implements Accounts {

    private final ProfileApi profiles;

    ProfileAccounts(ProfileApi profiles) {
        this.profiles = profiles;
    }

    @Override
    public Mono<UUID> verify(Proof proof) {
        return switch (proof) {
            case Proof.Password(String handle, String password) ->
                known(profiles.verify(new Credentials(handle, password)), "invalid_credentials");
            case Proof.Code(CodeAddress address, String code) ->
                known(profiles.verifyCode(new CodeCredentials(asked(address), code)), "invalid_code");
        };
    }

    private static Mono<UUID> known(Mono<Account> account, String refusal) {
        return account.map(Account::user)
                .onErrorResume(
                        RemoteProblem.class,
                        problem -> problem.code().equals(refusal) ? Mono.empty() : Mono.error(problem));
    }

    @Override
    public Mono<CodeOutcome> sendCode(CodeAddress address) {
        return profiles.requestCode(asked(address)).map(ProfileAccounts::outcome);
    }

    private static CodeOutcome outcome(CodeAnswer answer) {
        return switch (answer.outcome()) {
            case ACCEPTED -> new CodeOutcome.Accepted();
            case NO_ADDRESS -> new CodeOutcome.NoAddress();
            case TOO_MANY -> new CodeOutcome.TooMany(Duration.ofSeconds(answer.retryAfter()));
            case NOT_AVAILABLE -> new CodeOutcome.NotAvailable();
        };
    }

    private static SignInAddress asked(CodeAddress address) {
        return new SignInAddress(address.email(), address.phone());
    }
}
