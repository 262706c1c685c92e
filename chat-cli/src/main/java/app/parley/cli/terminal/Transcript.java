package app.parley.cli.terminal;

import app.parley.cli.conversation.Tick;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has been said, as rows: the time, the ticks of own messages, the name, the text with a hanging indent. */
final class Transcript {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);
    private static final int TICK_COLUMN = 6;
    private static final int NAME_COLUMN = 9;
    private static final int WIDEST_INDENT = 26;
    private static final String NO_TICK = "  ";

    private final Screen screen;
    private final Theme theme;
    private final ZoneId zone;
    private final Map<UUID, Place> own = new HashMap<>();
    private long rows;
    private @Nullable LocalDate day;

    Transcript(Screen screen, Theme theme, ZoneId zone) {
        this.screen = screen;
        this.theme = theme;
        this.zone = zone;
    }

    /** Where an own message was printed, and how far it had come. */
    private record Place(long row, long sizeChanges, Tick tick) {}

    /** Who speaks, as far as looks go. */
    enum Voice {
        PEER,
        STRANGER
    }

    void message(String name, Voice voice, Instant at, String text) {
        String shown = Printable.oneLine(name);
        String styled = voice == Voice.PEER ? theme.peer(shown) : theme.stranger(shown);
        print(at, NO_TICK, shown, styled, text);
    }

    /** An own message, whose tick may change later. */
    void own(UUID id, Instant at, String text, Tick tick) {
        dateOf(at);
        own.put(id, new Place(rows, screen.sizeChanges(), tick));
        print(at, theme.tick(tick), "you", theme.own("you"), text);
    }

    /** An own message has come further. False if it is not on the screen any more, to be seen there. */
    boolean tick(UUID id, Tick tick) {
        Place place = own.get(id);
        if (place == null || place.tick() == tick) {
            return place != null;
        }
        own.put(id, new Place(place.row(), place.sizeChanges(), tick));
        return place.sizeChanges() == screen.sizeChanges()
                && screen.touchUp(Math.toIntExact(rows - place.row()), TICK_COLUMN, theme.tick(tick));
    }

    /** Something that happened in a group. */
    void event(Instant at, String text) {
        dateOf(at);
        String head = CLOCK.format(at.atZone(zone)) + " " + NO_TICK + " · ";
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

    private void print(Instant at, String tick, String name, String styledName, String text) {
        dateOf(at);
        String time = theme.dim(CLOCK.format(at.atZone(zone)));
        int indent = Math.min(NAME_COLUMN + Wrapping.columns(name) + 2, WIDEST_INDENT);
        List<String> wrapped = Wrapping.wrap(Printable.harmless(text), screen.columns() - indent);
        String head = time + " " + tick + " " + styledName + ": ";
        List<String> printed = new ArrayList<>();
        if (NAME_COLUMN + Wrapping.columns(name) + 2 > indent) {
            printed.add(head);
            wrapped.forEach(row -> printed.add(" ".repeat(indent) + row));
        } else {
            printed.add(head + wrapped.getFirst());
            wrapped.stream().skip(1).forEach(row -> printed.add(" ".repeat(indent) + row));
        }
        rows += printed.size();
        screen.print(printed);
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
