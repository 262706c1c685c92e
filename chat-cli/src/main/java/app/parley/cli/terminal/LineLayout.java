package app.parley.cli.terminal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Lays messages out: the time, the ticks of own ones, perhaps the number, the name, the text with a hanging indent. */
record LineLayout(Theme theme, ZoneId zone) {

    static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    static final String NO_TICK = "  ";

    /** Where the tick is, and the number behind it. */
    static final int TICK_COLUMN = 6;

    static final int NUMBER_COLUMN = 9;

    private static final int NUMBER_WIDTH = 5;
    private static final int WIDEST_INDENT = 26;

    /** The rows of a message, each at most {@code columns} wide. */
    List<String> rows(Line line, boolean numbered, int columns) {
        String name = Printable.oneLine(line.name());
        int nameColumn = numbered ? NUMBER_COLUMN + numberText(line.number()).length() + 1 : NUMBER_COLUMN;
        int full = nameColumn + Wrapping.columns(name) + 2;
        int indent = Math.min(full, numbered ? WIDEST_INDENT + NUMBER_WIDTH + 1 : WIDEST_INDENT);
        String head = head(line, name, numbered);
        List<String> body = body(line, columns - indent);
        List<String> rows = new ArrayList<>();
        String margin = " ".repeat(indent);
        if (full > indent) {
            rows.add(head);
        } else {
            rows.add(head + body.removeFirst());
        }
        body.forEach(row -> rows.add(margin + row));
        return rows;
    }

    private String head(Line line, String name, boolean numbered) {
        String tick = line.tick() == null ? NO_TICK : theme.tick(line.tick());
        String number = numbered ? number(line.number()) + " " : "";
        return theme.dim(CLOCK.format(line.at().atZone(zone))) + " " + tick + " " + number + styled(line, name) + ": ";
    }

    private String styled(Line line, String name) {
        return switch (line.voice()) {
            case OWN -> theme.own(name);
            case PEER -> theme.peer(name);
            case STRANGER -> theme.stranger(name);
        };
    }

    private List<String> body(Line line, int width) {
        List<String> body = new ArrayList<>();
        if (line.quote() != null) {
            Wrapping.wrap("↪ " + Printable.oneLine(line.quote()), width).forEach(row -> body.add(theme.dim(row)));
        }
        body.addAll(Wrapping.wrap(Printable.harmless(line.text()), width));
        return body;
    }

    /** A number as it is shown in its column: as wide as the others, if it can be. */
    String number(long number) {
        return theme.dim(numberText(number));
    }

    /** Whether a number can be written where none was known when the row was printed. */
    static boolean fits(long number) {
        return numberText(number).length() == NUMBER_WIDTH;
    }

    private static String numberText(long number) {
        String text = number == 0 ? "" : "#" + number;
        return text + " ".repeat(Math.max(0, NUMBER_WIDTH - text.length()));
    }
}
