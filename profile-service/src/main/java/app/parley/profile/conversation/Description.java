package app.parley.profile.conversation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a group is about, in its members' words: trimmed and in normal form C, with line breaks; the empty text is none. */
public record Description(String value) {

    private static final int MOST_CHARACTERS = 512;

    /** A character as people count them may consist of many code points; a pile of accents must end somewhere. */
    private static final int MOST_CODE_POINTS = 2048;

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|[\\p{Zl}\\p{Zp}]");
    private static final Pattern MARGIN = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+\\z");

    /** Controls but for the line break, lone surrogates, and what overrides the direction of the text around it. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\p{IsNoncharacter_Code_Point}&&[^\\n]]");

    public Description {
        violation(value).ifPresent(reason -> {
            throw new IllegalArgumentException("The description " + reason);
        });
        value = normalised(value);
    }

    /** What a written description breaks of the rules, as the end of a sentence; empty if nothing. */
    public static Optional<String> violation(String raw) {
        // before anything that costs more the longer the text is
        int codePoints = raw.codePointCount(0, raw.length());
        if (codePoints > MOST_CODE_POINTS) {
            return Optional.of("must have at most %d code points, not %d".formatted(MOST_CODE_POINTS, codePoints));
        }
        String description = normalised(raw);
        if (FORBIDDEN.matcher(description).find()) {
            return Optional.of("must not contain control characters or direction overrides");
        }
        long characters = CHARACTER.matcher(description).results().count();
        if (characters > MOST_CHARACTERS) {
            return Optional.of("must have at most %d characters, not %d".formatted(MOST_CHARACTERS, characters));
        }
        return Optional.empty();
    }

    private static String normalised(String raw) {
        String text = LINE_BREAK.matcher(raw).replaceAll("\n");
        return Normalizer.normalize(MARGIN.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    }
}
