package app.parley.profile.password.argon2;

import app.parley.profile.password.PasswordHashing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, kept in the PHC string format: {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. */
@Component
class Argon2Hashing implements PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder encoder;
    private final String parameters;
    private final Timer timer;

    Argon2Hashing(Argon2Settings settings, MeterRegistry meters) {
        this.encoder = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, settings.parallelism(), settings.memory(), settings.iterations());
        this.parameters = "$argon2id$v=19$m=%d,t=%d,p=%d$"
                .formatted(settings.memory(), settings.iterations(), settings.parallelism());
        this.timer = Timer.builder("parley.passwords.hashed")
                .description("Computations of a password's hash")
                .register(meters);
    }

    @Override
    public String hash(String password) {
        return Objects.requireNonNull(timer.record(() -> encoder.encode(password)));
    }

    @Override
    public boolean matches(String password, String hash) {
        return Boolean.TRUE.equals(timer.record(() -> encoder.matches(password, hash)));
    }

    @Override
    public boolean isOutdated(String hash) {
        return !hash.startsWith(parameters);
    }
}
