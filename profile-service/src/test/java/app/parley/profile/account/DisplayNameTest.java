package app.parley.profile.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Ada Lovelace",
                "محمد علی\u200Cپور",
                "\u200Fשרה",
                "李小龍",
                "O'Neill-Štěpánková",
                "❤️‍🔥",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿"
            })
    void namesOfAnyScriptAreFine(String raw) {
        assertThat(DisplayName.violation(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\u0007b",
                "a\u0085b",
                "a\u2028b",
                "\u202Eada",
                "ada\u2066",
                "a\uD800b",
                "a\uFFFEb"
            })
    void controlsAndOverridesAreNot(String raw) {
        assertThat(DisplayName.violation(raw))
                .hasValueSatisfying(reason -> assertThat(reason).contains("control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\u3000", "\u200B\u200D", "\u2060\uFEFF", "\u3164", "\u2800", "\u0301"})
    void somethingMustBeVisible(String raw) {
        assertThat(DisplayName.violation(raw)).contains("must contain something visible");
    }

    @Test
    void spacesAroundAreDroppedAndLettersComposed() {
        assertThat(new DisplayName("\u00A0 Zoe\u0308 \n").value()).isEqualTo("Zo\u00EB");
    }

    @Test
    void lengthIsWhatPeopleCount() {
        assertThat(DisplayName.violation(FAMILY.repeat(64))).isEmpty();
        assertThat(DisplayName.violation(FAMILY.repeat(65))).contains("must have 1 to 64 characters, not 65");
    }

    @Test
    void aPileOfAccentsEnds() {
        assertThat(DisplayName.violation("x" + "\u0334".repeat(512)))
                .contains("must have at most 512 code points, not 513");
    }
}
