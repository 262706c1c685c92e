package app.parley.profile.password;

import app.parley.service.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords, a few at a time. The bound matters: each hash takes megabytes and tens of milliseconds of
 * a processor, and a virtual thread that computes does not yield, so that a flood of logins would starve everything
 * else.
 */
@Component
public class Passwords {

    private final PasswordHashing hashing;
    private final Semaphore turns;
    private final Duration patience;
    private final String nobody;

    Passwords(PasswordHashing hashing, PasswordSettings settings) {
        this.hashing = hashing;
        this.turns = new Semaphore(settings.turns(), true);
        this.patience = settings.patience();
        this.nobody = hashing.hash(UUID.randomUUID().toString());
    }

    public String hash(Password password) {
        return inTurn(() -> hashing.hash(password.value()));
    }

    /** Compares a password with the hash that is kept for it. */
    public PasswordCheck check(String password, String hash) {
        if (!Password.plausible(password)) {
            return new PasswordCheck.Wrong();
        }
        return inTurn(() -> compare(Password.composed(password), hash));
    }

    /** Takes the time of a check for someone who does not exist, so that the time does not tell. */
    public PasswordCheck checkNobody(String password) {
        check(password, nobody);
        return new PasswordCheck.Wrong();
    }

    private PasswordCheck compare(String password, String hash) {
        if (!hashing.matches(password, hash)) {
            return new PasswordCheck.Wrong();
        }
        return new PasswordCheck.Right(
                hashing.isOutdated(hash) ? Optional.of(hashing.hash(password)) : Optional.empty());
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!takeTurn()) {
            throw ProblemException.unavailable("Too many people are signing in at once. Try again.");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean takeTurn() {
        try {
            return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
