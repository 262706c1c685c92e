package app.parley.profile.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+442079460123, +442079460123",
        "' +44 20 7946 0123 ', +442079460123",
        "+44 (0)20 7946-0123, +442079460123",
        "+49 151.2345.6789, +4915123456789",
        "+39 06 1234 5678, +390612345678",
        "+1 (650) 555-0123, +16505550123"
    })
    void aNumberHasOneSpelling(String written, String spelled) {
        assertThat(new PhoneNumber(written).value()).isEqualTo(spelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+44",
                "02079460123",
                "00442079460123",
                "442079460123",
                "+4420794601",
                "+4420794601234567",
                "+999123456789",
                "+1 800 FLOWERS",
                "+442079460123 ext. 5",
                "+442079460123;ext=5",
                "tel:+442079460123",
                "+442079460123\n+4915123456789",
                "+4420 7946 0123 4567 8901 2345 6789 0123 4567 8901",
                "٠٠٤٤٢٠٧٩٤٦٠١٢٣"
            })
    void whatIsNoneIsRefused(String written) {
        assertThat(PhoneNumber.violation(written)).isPresent();
        assertThatThrownBy(() -> new PhoneNumber(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
