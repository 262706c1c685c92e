package app.parley.profile.export.web;

import app.parley.profile.export.ExportPlace;
import app.parley.profile.export.ExportPlace.Beginning;
import app.parley.profile.export.ExportPlace.Contacts;
import app.parley.profile.export.ExportPlace.Kept;
import app.parley.profile.personal.FeedPlace;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A place as text that callers need not understand. */
final class PlaceText {

    private static final Pattern CONTACTS = Pattern.compile("contacts\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern KEPT = Pattern.compile("kept\\.(\\d{1,18})\\.(\\d{1,18})");

    private PlaceText() {}

    static String of(ExportPlace place) {
        return switch (place) {
            case Beginning() -> "";
            case Contacts(UUID after) -> "contacts." + after;
            case Kept(FeedPlace after) -> "kept.%d.%d".formatted(after.version(), after.forgotten());
        };
    }

    /** The place, or empty if the text is none of ours. */
    static Optional<ExportPlace> read(String text) {
        return text.isEmpty()
                ? Optional.of(new Beginning())
                : CONTACTS.matcher(text)
                        .results()
                        .filter(found -> found.group().equals(text))
                        .<ExportPlace>map(found -> new Contacts(UUID.fromString(found.group(1))))
                        .findAny()
                        .or(() -> KEPT.matcher(text)
                                .results()
                                .filter(found -> found.group().equals(text))
                                .<ExportPlace>map(found -> new Kept(new FeedPlace(number(found, 1), number(found, 2))))
                                .findAny());
    }

    private static long number(MatchResult found, int group) {
        return Long.parseLong(found.group(group));
    }
}
