package app.parley.profile.account;

import app.parley.profile.account.RegistrationOutcome.HandleTaken;
import app.parley.profile.account.RegistrationOutcome.Registered;
import app.parley.profile.password.Password;
import app.parley.profile.password.Passwords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Opens accounts. */
@Service
public class Registration {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Counter registered;

    Registration(Accounts accounts, Passwords passwords, MeterRegistry meters) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.registered = Counter.builder("parley.accounts.registered")
                .description("Accounts opened")
                .register(meters);
    }

    /** Opens an account; the handle goes to whoever is stored first. */
    public RegistrationOutcome register(Handle handle, DisplayName displayName, Password password) {
        if (accounts.existsByHandle(handle.value())) {
            return new HandleTaken(handle);
        }
        // outside of any transaction: hashing is slow, and connections are few
        String hash = passwords.hash(password);
        try {
            Account account = accounts.saveAndFlush(
                    new Account(handle, displayName, hash, Clock.systemUTC().instant()));
            registered.increment();
            return new Registered(account);
        } catch (DataIntegrityViolationException e) {
            return new HandleTaken(handle);
        }
    }
}
