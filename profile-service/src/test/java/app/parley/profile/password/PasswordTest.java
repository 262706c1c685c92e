package app.parley.profile.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "пароль-мой", "🦊🐻🐼🐨🐯🦁🐮🐷"})
    void eightCharactersOfAnyScriptAreEnough(String raw) {
        assertThat(Password.violation(raw)).isEmpty();
    }

    @Test
    void lengthIsBoundedAtBothEnds() {
        assertThat(Password.violation("1234567")).contains("must have 8 to 128 characters, not 7");
        assertThat(Password.violation("x".repeat(128))).isEmpty();
        assertThat(Password.violation("x".repeat(129))).contains("must have 8 to 128 characters, not 129");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PASSWORD", "12345678", "qwertyuiop", "iloveyou"})
    void theMostCommonOnesAreRefused(String raw) {
        assertThat(Password.violation(raw)).contains("must not be one of the most common passwords");
    }

    @Test
    void thereIsNoInvalidPasswordAndNoneIsShown() {
        assertThatThrownBy(() -> new Password("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
        assertThat(new Password("correct horse")).asString().doesNotContain("horse");
    }
}
