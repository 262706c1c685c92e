package app.parley.profile.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody says about themselves, in a line: any script and emoji, trimmed and in normal form C; the empty text is none. */
public record About(String value) {

    private static final int MOST_CODE_POINTS = 140;

    private static final Pattern MARGIN = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    public About {
        violation(value).ifPresent(reason -> {
            throw new IllegalArgumentException("What somebody says about themselves " + reason);
        });
        value = normalised(value);
    }

    /** What a written text breaks of the rules, as the end of a sentence; empty if nothing. */
    public static Optional<String> violation(String raw) {
        // before anything that costs more the longer the text is; the normal form of a few is longer
        int codePoints = codePoints(raw) > MOST_CODE_POINTS ? codePoints(raw) : codePoints(normalised(raw));
        if (codePoints > MOST_CODE_POINTS) {
            return Optional.of("must have at most %d code points, not %d".formatted(MOST_CODE_POINTS, codePoints));
        }
        String about = normalised(raw);
        if (Ink.forbidden(about)) {
            return Optional.of("must not contain control characters, line breaks or direction overrides");
        }
        return about.isEmpty() || Ink.visible(about)
                ? Optional.empty()
                : Optional.of("must contain something visible, or nothing at all");
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String normalised(String raw) {
        return Normalizer.normalize(MARGIN.matcher(raw).replaceAll(""), Normalizer.Form.NFC);
    }
}
