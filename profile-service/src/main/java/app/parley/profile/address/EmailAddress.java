package app.parley.profile.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in lower case: to the letter, capitals of the part before the @ could make another address, but nobody
 * gives two people such. ASCII only; domains of other scripts are written in Punycode.
 */
public record EmailAddress(String value) implements Address {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String TOP_LABEL = "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])";

    /** What mail servers take in practice: no quoted text, no comments, no address literals. */
    private static final Pattern SHAPE =
            Pattern.compile("%1$s(?:\\.%1$s)*@(?:%2$s\\.)+%3$s".formatted(ATOM, LABEL, TOP_LABEL));

    public EmailAddress {
        violation(value).ifPresent(reason -> {
            throw new IllegalArgumentException("The e-mail address " + reason);
        });
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public AddressKind kind() {
        return AddressKind.EMAIL;
    }

    /** What a written address breaks of the rules, as the end of a sentence; empty if nothing. */
    public static Optional<String> violation(String raw) {
        String address = raw.strip();
        if (address.length() > LONGEST) {
            return Optional.of("must have at most %d characters, not %d".formatted(LONGEST, address.length()));
        }
        if (!SHAPE.matcher(address).matches() || address.indexOf('@') > LONGEST_LOCAL_PART) {
            return Optional.of("must be an e-mail address, such as ada@example.org");
        }
        return Optional.empty();
    }
}
