package app.parley.profile.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "Ada.Lovelace+parley@Mail.Example.ORG, ada.lovelace+parley@mail.example.org",
        "'  ada@example.org ', ada@example.org",
        "o'hara_1@xn--bcher-kva.example, o'hara_1@xn--bcher-kva.example",
        "a@b.co, a@b.co"
    })
    void anAddressHasOneSpelling(String written, String spelled) {
        assertThat(new EmailAddress(written).value()).isEqualTo(spelled.replace("''", "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@example",
                "ada@@example.org",
                ".ada@example.org",
                "ada.@example.org",
                "ada..l@example.org",
                "ada@-example.org",
                "ada@example-.org",
                "ada@example..org",
                "ada@127.0.0.1",
                "ada@[127.0.0.1]",
                "\"ada l\"@example.org",
                "ada l@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "Ada <ada@example.org>",
                "ada@example.org,eve@example.org",
                "ädä@example.org"
            })
    void whatIsNoneIsRefused(String written) {
        assertThat(EmailAddress.violation(written)).isPresent();
        assertThatThrownBy(() -> new EmailAddress(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressIsOfALengthThatMailServersTake() {
        String label = "d".repeat(61) + ".";
        String longest = "a".repeat(64) + "@" + label.repeat(3) + "org";

        assertThat(EmailAddress.violation(longest)).isEmpty();
        assertThat(EmailAddress.violation("a" + longest)).isPresent();
        assertThat(EmailAddress.violation("aaa@" + label.repeat(4) + "org"))
                .contains("must have at most 254 characters, not 255");
    }
}
