package app.parley.profile.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number in E.164: a + and digits, from the country's code on. */
public record PhoneNumber(String value) implements Address {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** No region: a number without its country's code could be anybody's. */
    private static final String ANYWHERE = "ZZ";

    /** What people put between the digits; bounded before the parser, which costs more the longer the text is. */
    private static final Pattern SHAPE = Pattern.compile("\\s{0,8}\\+[0-9 ()./-]{4,40}\\s{0,8}");

    public PhoneNumber {
        String raw = value;
        value = parse(raw)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The phone number " + violation(raw).orElseThrow()));
    }

    @Override
    public AddressKind kind() {
        return AddressKind.PHONE;
    }

    /** What a written number breaks of the rules, as the end of a sentence; empty if nothing. */
    public static Optional<String> violation(String raw) {
        return parse(raw).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "must be a phone number that begins with + and the country's code, such as +442079460123");
    }

    /**
     * In E.164. That the number may exist by its length is enough: which ranges are given out changes faster than servers are
     * updated, and who has the number proves it.
     */
    private static Optional<String> parse(String raw) {
        if (!SHAPE.matcher(raw).matches()) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(raw.strip(), ANYWHERE);
            return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
