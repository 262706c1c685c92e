package app.parley.profile.password.argon2;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class Argon2HashingTest {

    @Test
    void byDefaultAHashCostsWhatOwaspAdvises() {
        Argon2Settings settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("parley.profile.passwords.argon2", Argon2Settings.class);

        String hash = hashing(settings).hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing(settings).matches("correct horse", hash)).isTrue();
        assertThat(hashing(settings).matches("correct hors", hash)).isFalse();
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        Argon2Hashing hashing = hashing(new Argon2Settings(64, 1, 1));

        assertThat(hashing.hash("correct horse")).isNotEqualTo(hashing.hash("correct horse"));
    }

    @Test
    void aHashOfOtherParametersIsOutdatedAndStillMatches() {
        String hash = hashing(new Argon2Settings(64, 1, 1)).hash("correct horse");
        Argon2Hashing dearer = hashing(new Argon2Settings(64, 2, 1));

        assertThat(dearer.isOutdated(hash)).isTrue();
        assertThat(dearer.matches("correct horse", hash)).isTrue();
        assertThat(dearer.isOutdated(dearer.hash("correct horse"))).isFalse();
    }

    private static Argon2Hashing hashing(Argon2Settings settings) {
        return new Argon2Hashing(settings, new SimpleMeterRegistry());
    }
}
