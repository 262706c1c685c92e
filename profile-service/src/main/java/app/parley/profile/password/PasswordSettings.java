package app.parley.profile.password;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the machine the hashing of passwords may take.
 *
 * @param concurrency how many passwords are hashed at once; half of the processors unless set
 * @param patience how long a request waits for its turn before it is told to try again later
 */
@Validated
@ConfigurationProperties("parley.profile.passwords")
public record PasswordSettings(
        @Nullable @Positive Integer concurrency,
        @NotNull @DefaultValue("2s") Duration patience) {

    int turns() {
        return concurrency != null
                ? concurrency
                : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
