package app.parley.profile.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada", "007", "a.b-c_d", "x12345678901234567890123456789012"})
    void ordinaryNamesAreFine(String raw) {
        assertThat(Handle.violation(raw.substring(0, Math.min(32, raw.length()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "x12345678901234567890123456789012",
                ".ada",
                "_ada",
                "ada.",
                "a..b",
                "a.-b",
                "a b",
                "ada\u0000",
                "ädä",
                "аda",
                "ada\n",
                "@ada",
                "\u212Aelvin"
            })
    void everythingElseIsNot(String raw) {
        assertThat(Handle.violation(raw)).isPresent();
        assertThat(Handle.parse(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Root", "SUPPORT", "parley", "par.ley", "ad-min"})
    void whatLooksLikeTheOperatorIsReserved(String raw) {
        assertThat(Handle.violation(raw)).contains("is reserved");
    }

    @Test
    void capitalsAreIgnored() {
        assertThat(new Handle("Ada.Lovelace")).isEqualTo(new Handle("ada.lovelace"));
    }

    @Test
    void thereIsNoInvalidHandle() {
        assertThatThrownBy(() -> new Handle("a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters a-z");
    }

    @Test
    void theReasonNamesTheLength() {
        assertThat(Handle.violation("ab")).contains("must have 3 to 32 characters, not 2");
    }
}
