package app.parley.profile.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AboutTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Busy", "محمد علی\u200Cپور", "❤️‍🔥", "At the movies 🎬 — back at 9"})
    void aLineOfAnyScriptOrNothingIsFine(String raw) {
        assertThat(About.violation(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u2028b", "\u202Eada", "a\uD800b", "a\uFFFEb"})
    void controlsLineBreaksAndOverridesAreNot(String raw) {
        assertThat(About.violation(raw))
                .contains("must not contain control characters, line breaks or direction overrides");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B\u200D", "\u2060\uFEFF", "\u3164", "\u2800", "\u0301"})
    void whatIsThereMustBeVisible(String raw) {
        assertThat(About.violation(raw)).contains("must contain something visible, or nothing at all");
    }

    @Test
    void spacesAroundAreDroppedAndLettersComposed() {
        assertThat(new About("\u00A0 Zoe\u0308 \n").value()).isEqualTo("Zo\u00EB");
    }

    @Test
    void lengthIsInCodePoints() {
        assertThat(About.violation("🎬".repeat(140))).isEmpty();
        assertThat(About.violation("🎬".repeat(141))).contains("must have at most 140 code points, not 141");
    }

    @Test
    void theNormalFormMustNotBeLongerEither() {
        // one code point, two in normal form C
        assertThat(About.violation("\u0958".repeat(140))).contains("must have at most 140 code points, not 280");
    }
}
