package app.parley.profile.departure;

import app.parley.profile.account.Account;
import app.parley.profile.account.Accounts;
import app.parley.profile.account.SignIn;
import app.parley.profile.address.Address;
import app.parley.profile.code.Code;
import app.parley.profile.verification.CodeSignIn;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Closes accounts, for who proves once more who they are. */
@Service
public class Departure {

    private static final Logger log = LoggerFactory.getLogger(Departure.class);

    private final Accounts accounts;
    private final SignIn signIn;
    private final CodeSignIn codes;
    private final Departures departures;
    private final Sessions sessions;
    private final DepartureSettings settings;
    private final InstantSource clock;

    Departure(
            Accounts accounts,
            SignIn signIn,
            CodeSignIn codes,
            Departures departures,
            Sessions sessions,
            DepartureSettings settings,
            InstantSource clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.codes = codes;
        this.departures = departures;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Closes the account of who knows its password. */
    public DepartureOutcome withPassword(UUID user, String password) {
        return accounts.findById(user)
                .map(account -> signIn.verify(account.handle(), password).isPresent()
                        ? close(account)
                        : new DepartureOutcome.NotProved())
                .orElseGet(DepartureOutcome.UnknownUser::new);
    }

    /** Closes the account of who has read a code to sign in with at an address of theirs. */
    public DepartureOutcome withCode(UUID user, Address address, Code code) {
        return accounts.findById(user)
                .map(account -> codes.verify(address, code)
                                .filter(owner -> owner.id().equals(user))
                                .isPresent()
                        ? close(account)
                        : new DepartureOutcome.NotProved())
                .orElseGet(DepartureOutcome.UnknownUser::new);
    }

    private DepartureOutcome close(Account account) {
        if (!departures.begin(account.id(), clock.instant(), settings.interval())) {
            return new DepartureOutcome.UnknownUser();
        }
        log.info("{} closes their account", account.id());
        endSessions(account.id());
        return new DepartureOutcome.Closed();
    }

    /** At once if that can be done; if not, with all the rest. */
    private void endSessions(UUID user) {
        try {
            sessions.forget(user);
        } catch (RuntimeException e) {
            log.warn("The sessions of {} end later: {}", user, e.toString());
        }
    }
}
