package app.parley.profile.account;

import app.parley.profile.password.PasswordCheck;
import app.parley.profile.password.Passwords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds out whether somebody is who they say. */
@Service
public class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Counter verified;
    private final Counter failed;

    SignIn(Accounts accounts, Passwords passwords, MeterRegistry meters) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.verified = logins("verified", meters);
        this.failed = logins("failed", meters);
    }

    /** The account, if handle and password belong together. It takes as long whether the handle exists or not. */
    public Optional<Account> verify(String handle, String password) {
        Optional<Account> account = Handle.parse(handle).map(Handle::value).flatMap(accounts::findByHandle);
        PasswordCheck check = account.map(known -> passwords.check(password, known.passwordHash()))
                .orElseGet(() -> passwords.checkNobody(password));
        return switch (check) {
            case PasswordCheck.Right(Optional<String> renewed) -> {
                verified.increment();
                account.ifPresent(known ->
                        renewed.ifPresent(hash -> accounts.renewPasswordHash(known.id(), known.passwordHash(), hash)));
                yield account;
            }
            case PasswordCheck.Wrong() -> {
                failed.increment();
                yield Optional.empty();
            }
        };
    }

    private static Counter logins(String outcome, MeterRegistry meters) {
        return Counter.builder("parley.logins")
                .description("Passwords checked, by outcome")
                .tag("outcome", outcome)
                .register(meters);
    }
}
