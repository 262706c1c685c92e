package app.parley.profile.account;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a person.
 *
 * @param media what shows them; null for none
 */
public record Photo(@Nullable UUID media) {

    /** As it is written in full: {@link UUID#fromString} takes what is shorter, too. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What a written id breaks of the rules, as the end of a sentence; empty if nothing. */
    public static Optional<String> violation(String raw) {
        return raw.isEmpty() || ID.matcher(raw).matches()
                ? Optional.empty()
                : Optional.of("must be the UUID of a media, or empty");
    }

    /** The picture that was written; the empty text is none. */
    public static Photo of(String raw) {
        violation(raw).ifPresent(reason -> {
            throw new IllegalArgumentException("The photo " + reason);
        });
        return new Photo(raw.isEmpty() ? null : UUID.fromString(raw));
    }
}
