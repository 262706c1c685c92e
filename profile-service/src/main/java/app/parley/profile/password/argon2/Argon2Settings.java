package app.parley.profile.password.argon2;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one hash costs. The defaults are OWASP's first choice for Argon2id with little memory; a change applies to new
 * passwords at once and to the others as their owners sign in.
 *
 * @param memory in KiB
 * @param iterations passes over the memory
 * @param parallelism lanes of the memory
 */
@Validated
@ConfigurationProperties("parley.profile.passwords.argon2")
public record Argon2Settings(
        @Min(8) @DefaultValue("19456") int memory,
        @Positive @DefaultValue("2") int iterations,
        @Positive @DefaultValue("1") int parallelism) {}
