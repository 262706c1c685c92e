package app.parley.profile.privacy;

import app.parley.profile.account.Account;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of an account somebody sees who may not see everything.
 *
 * @param about what they say about themselves; null if nothing, or if it may not be seen
 * @param photo the media that shows them; null if none, or if it may not be seen
 */
public record Appearance(@Nullable String about, @Nullable UUID photo) {

    /** Of whom nothing is to be seen. */
    public static final Appearance NONE = new Appearance(null, null);

    static Appearance of(Account account, Sight sight) {
        return new Appearance(
                sight.about() ? account.about().orElse(null) : null,
                sight.photo() ? account.photo().orElse(null) : null);
    }
}
