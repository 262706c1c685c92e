package app.parley.profile.personal.web;

import app.parley.profile.personal.FeedPlace;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the feed as text that clients need not understand. */
final class FeedCursor {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    private FeedCursor() {}

    static String of(FeedPlace place) {
        return place.version() + "." + place.forgotten();
    }

    /** The place, or empty if the text is none of ours. */
    static Optional<FeedPlace> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new FeedPlace(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
                : Optional.empty();
    }
}
