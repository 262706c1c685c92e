package app.parley.profile.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change about themselves. */
@Service
public class Profile {

    private final Accounts accounts;

    Profile(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Changes what others see. Of two changes at once both are made, one after the other. */
    @Retryable(includes = OptimisticLockingFailureException.class, delay = 10, jitter = 10)
    @Transactional
    public Optional<Account> change(UUID user, ProfileEdit edit) {
        Optional<Account> account = accounts.findById(user);
        account.ifPresent(known -> known.change(edit));
        return account;
    }
}
