package app.parley.profile.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

    @Test
    void marginsGoAndLineBreaksAreOfOneKind() {
        assertThat(new Description(" \r\n One\r\nTwo\rThree\u2028Four\n\nFive \u3000\n").value())
                .isEqualTo("One\nTwo\nThree\nFour\n\nFive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\r\n\t\u3000"})
    void whatIsNothingIsEmpty(String nothing) {
        assertThat(new Description(nothing).value()).isEmpty();
    }

    @Test
    void itIsInNormalFormC() {
        assertThat(new Description("e\u0301").value()).isEqualTo("\u00e9");
    }

    @Test
    void charactersAreCountedAsPeopleDo() {
        assertThat(Description.violation("\ud83d\udc4d\ud83c\udffd".repeat(512)))
                .isEmpty();
        assertThat(Description.violation("\ud83d\udc4d\ud83c\udffd".repeat(513)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("512", "513"));
        assertThat(Description.violation("e" + "\u0301".repeat(2048)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("2048", "2049"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\tb", "a\u202eb", "a\u2066b", "a\ud800b", "a\ufffeb"})
    void whatMayNotBeInItIsRefused(String text) {
        assertThat(Description.violation(text)).isPresent();
        assertThatThrownBy(() -> new Description(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
