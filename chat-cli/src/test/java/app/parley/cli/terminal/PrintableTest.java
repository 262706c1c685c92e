package app.parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @Test
    void whatWouldCommandATerminalShowsAsASign() {
        assertThat(Printable.harmless("\033[2J\007\0\177")).isEqualTo("␛[2J␇␀␡");
    }

    @Test
    void whatWouldTurnTheLineAroundIsReplaced() {
        assertThat(Printable.harmless("a\u202Eb\u2066c\u009Bd")).isEqualTo("a�b�c�d");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(Printable.harmless("a\uD83Db")).isEqualTo("a�b");
    }

    @Test
    void everyKindOfLineBreakIsOne() {
        assertThat(Printable.harmless("a\r\nb\rc\u2028d\u0085e")).isEqualTo("a\nb\nc\nd\ne");
    }

    @Test
    void aNameStaysOnOneLine() {
        assertThat(Printable.oneLine("eve\n12:00 bob: hi")).isEqualTo("eve 12:00 bob: hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍👩‍👧‍👦 🏳️‍🌈", "می\u200Cخواهم", "e\u0301", "Ünïcödé", "𝔘𝔫𝔦"})
    void writtenLanguageStaysAsItIs(String text) {
        assertThat(Printable.harmless(text)).isEqualTo(text);
    }
}
