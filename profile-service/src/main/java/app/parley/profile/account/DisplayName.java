package app.parley.profile.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What others see of a person: any script and emoji, trimmed and in normal form C. */
public record DisplayName(String value) {

    private static final int MOST_CHARACTERS = 64;

    /** A character as people count them may consist of many code points; a pile of accents must end somewhere. */
    private static final int MOST_CODE_POINTS = 512;

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern MARGIN = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    public DisplayName {
        violation(value).ifPresent(reason -> {
            throw new IllegalArgumentException("The display name " + reason);
        });
        value = normalised(value);
    }

    /** What a written display name breaks of the rules, as the end of a sentence; empty if nothing. */
    public static Optional<String> violation(String raw) {
        // before anything that costs more the longer the text is
        int codePoints = raw.codePointCount(0, raw.length());
        if (codePoints > MOST_CODE_POINTS) {
            return Optional.of("must have at most %d code points, not %d".formatted(MOST_CODE_POINTS, codePoints));
        }
        String name = normalised(raw);
        if (Ink.forbidden(name)) {
            return Optional.of("must not contain control characters, line breaks or direction overrides");
        }
        if (!Ink.visible(name)) {
            return Optional.of("must contain something visible");
        }
        long characters = CHARACTER.matcher(name).results().count();
        if (characters > MOST_CHARACTERS) {
            return Optional.of("must have 1 to %d characters, not %d".formatted(MOST_CHARACTERS, characters));
        }
        return Optional.empty();
    }

    private static String normalised(String raw) {
        return Normalizer.normalize(MARGIN.matcher(raw).replaceAll(""), Normalizer.Form.NFC);
    }
}
