package app.parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @Test
    void commandsAreRead() {
        assertThat(Input.parse("/to @bob")).isEqualTo(new Input.To("bob"));
        assertThat(Input.parse("/history")).isEqualTo(new Input.History(20));
        assertThat(Input.parse("/history 5 ")).isEqualTo(new Input.History(5));
        assertThat(Input.parse("/WHO")).isEqualTo(new Input.Who());
        assertThat(Input.parse("/help")).isEqualTo(new Input.Help());
        assertThat(Input.parse("/quit")).isEqualTo(new Input.Quit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/to", "/to a b", "/history x", "/history -1", "/history 0", "/frobnicate"})
    void aWrongCommandIsAMistakeAndNotAMessage(String entered) {
        assertThat(Input.parse(entered)).isInstanceOf(Input.Mistake.class);
    }

    @Test
    void aSlashIsWrittenTwice() {
        assertThat(Input.parse("//etc/hosts")).isEqualTo(new Input.Text("/etc/hosts"));
    }

    @Test
    void severalLinesAreOneMessageEvenIfTheyBeginWithASlash() {
        assertThat(Input.parse("/usr/bin\n  /usr/lib\n")).isEqualTo(new Input.Text("/usr/bin\n  /usr/lib"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void nothingIsNothing(String entered) {
        assertThat(Input.parse(entered)).isEqualTo(new Input.Nothing());
    }
}
