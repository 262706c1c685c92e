package app.parley.cli.terminal;

import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Tick;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has been said, as rows. Messages that are still on the screen are brought up to date where they are. */
final class Transcript {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);

    /** What was printed before so many messages is not on any screen. */
    private static final int REMEMBERED = 500;

    /** So often a message may be on the screen: when it came, and when it was looked at again. */
    private static final int COPIES = 3;

    private final Screen screen;
    private final Theme theme;
    private final ZoneId zone;
    private final LineLayout layout;
    private final Map<Key, List<Place>> places = new LinkedHashMap<>();
    private boolean numbered;
    private long rows;
    private @Nullable LocalDate day;

    Transcript(Screen screen, Theme theme, ZoneId zone) {
        this.screen = screen;
        this.theme = theme;
        this.zone = zone;
        this.layout = new LineLayout(theme, zone);
    }

    /** Which message: the one at this place of a conversation, or an own one that has none yet. */
    record Key(UUID scope, long seq) {

        static Key of(LogEntry entry) {
            return new Key(entry.conversation(), entry.seq());
        }

        static Key of(Outgoing outgoing) {
            return new Key(outgoing.id(), 0);
        }
    }

    /** Where a message was printed, and how it looks there now. */
    private static final class Place {

        private final long row;
        private final int height;
        private final long sizeChanges;
        private final boolean numbered;
        private Line line;

        Place(long row, int height, long sizeChanges, boolean numbered, Line line) {
            this.row = row;
            this.height = height;
            this.sizeChanges = sizeChanges;
            this.numbered = numbered;
            this.line = line;
        }
    }

    /** From now on messages are printed with their numbers, or not any more. True if with them. */
    boolean switchNumbers() {
        numbered = !numbered;
        return numbered;
    }

    /** What is printed in this has its numbers, whatever is wanted otherwise. */
    void withNumbers(Runnable printing) {
        boolean wanted = numbered;
        numbered = true;
        printing.run();
        numbered = wanted;
    }

    void message(Key key, Line line) {
        dateOf(line.at());
        List<String> printed = layout.rows(line, numbered, screen.columns());
        remember(key, new Place(rows, printed.size(), screen.sizeChanges(), numbered, line));
        rows += printed.size();
        screen.print(printed);
    }

    private void remember(Key key, Place place) {
        List<Place> copies = Objects.requireNonNullElseGet(places.remove(key), ArrayList::new);
        copies.add(place);
        if (copies.size() > COPIES) {
            copies.removeFirst();
        }
        places.put(key, copies);
        if (places.size() > REMEMBERED) {
            places.remove(places.keySet().iterator().next());
        }
    }

    /** An own message has been given its place. */
    void placed(Key waiting, Key now) {
        List<Place> copies = places.remove(waiting);
        if (copies == null) {
            return;
        }
        places.put(now, copies);
        for (Place copy : copies) {
            copy.line = copy.line.numbered(now.seq());
            if (copy.numbered && LineLayout.fits(now.seq())) {
                boolean _ = touchUp(copy, LineLayout.NUMBER_COLUMN, layout.number(now.seq()));
            }
        }
    }

    /** An own message has come further. False if it is not on the screen any more, to be seen there. */
    boolean tick(Key key, Tick tick) {
        boolean shown = false;
        for (Place copy : places.getOrDefault(key, List.of())) {
            if (copy.line.tick() == tick) {
                shown = true;
            } else {
                copy.line = copy.line.ticked(tick);
                shown = touchUp(copy, LineLayout.TICK_COLUMN, theme.tick(tick));
            }
        }
        return shown;
    }

    /** A message says something else now. False if that cannot be shown where it was printed last. */
    boolean change(Key key, String text) {
        boolean shown = false;
        for (Place copy : places.getOrDefault(key, List.of())) {
            copy.line = copy.line.saying(text);
            shown = copy.sizeChanges == screen.sizeChanges() && rewrite(copy);
        }
        return shown;
    }

    private boolean rewrite(Place place) {
        List<String> changed = layout.rows(place.line, place.numbered, screen.columns());
        if (changed.size() > place.height) {
            return false;
        }
        for (int row = 0; row < place.height; row++) {
            String text = row < changed.size() ? changed.get(row) : "";
            if (!screen.rewrite(Math.toIntExact(rows - place.row - row), text)) {
                return false;
            }
        }
        return true;
    }

    private boolean touchUp(Place place, int column, String text) {
        return place.sizeChanges == screen.sizeChanges()
                && screen.touchUp(Math.toIntExact(rows - place.row), column, text);
    }

    /** Something that happened in a conversation. */
    void event(Instant at, String text) {
        dateOf(at);
        String head = LineLayout.CLOCK.format(at.atZone(zone)) + " " + LineLayout.NO_TICK + " · ";
        List<String> wrapped = Wrapping.wrap(Printable.harmless(text), screen.columns() - Wrapping.columns(head));
        put(theme.dim(head + wrapped.getFirst()));
        wrapped.stream().skip(1).forEach(row -> put(theme.dim(" ".repeat(Wrapping.columns(head)) + row)));
    }

    /** A message of the program itself. */
    void notice(String text) {
        Wrapping.wrap(Printable.harmless(text), screen.columns() - 2).forEach(row -> put(theme.dim("· " + row)));
    }

    void warning(String text) {
        Wrapping.wrap(Printable.harmless(text), screen.columns() - 2).forEach(row -> put(theme.warning("! " + row)));
    }

    /** A line across, with a title. */
    void divider(String title) {
        int side = Math.max(2, (Math.min(screen.columns(), 72) - Wrapping.columns(title) - 2) / 2);
        String line = "─".repeat(side);
        put(theme.dim(line + " " + title + " " + line));
    }

    /** What is printed next belongs together, whatever the day of what was before. */
    void startOver() {
        day = null;
    }

    private void dateOf(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        if (!date.equals(day)) {
            day = date;
            divider(DAY.format(date));
        }
    }

    private void put(String row) {
        rows++;
        screen.print(List.of(row));
    }
}
