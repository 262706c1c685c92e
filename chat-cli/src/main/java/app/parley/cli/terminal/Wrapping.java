package app.parley.cli.terminal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/**
 * Breaks text into rows that fit a terminal, so that the terminal never has to and the number of rows is known. Breaks
 * at spaces where it can, and never inside what a reader sees as one character.
 *
 * <p>Terminals differ in how wide they draw a sequence of joined emoji: as one, or as its parts side by side. The wider
 * is counted, since a row that is too short does no harm.
 */
final class Wrapping {

    private static final int EMOJI_PRESENTATION = 0xFE0F;

    private Wrapping() {}

    /** The rows of a text, each at most {@code width} columns; at least one row. */
    static List<String> wrap(String text, int width) {
        List<String> rows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            wrapLine(line, Math.max(width, 2), rows);
        }
        return rows;
    }

    /** How many columns a text takes at most. */
    static int columns(String text) {
        int columns = 0;
        int previous = 0;
        for (int codePoint : text.codePoints().toArray()) {
            if (codePoint == EMOJI_PRESENTATION) {
                columns += previous == 1 ? 1 : 0;
            } else {
                previous = Math.max(0, WCWidth.wcwidth(codePoint));
                columns += previous;
            }
        }
        return columns;
    }

    private static void wrapLine(String line, int width, List<String> rows) {
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(line);
        int rowStart = 0;
        int rowColumns = 0;
        int afterSpace = -1;
        int start = clusters.first();
        for (int end = clusters.next(); end != BreakIterator.DONE; start = end, end = clusters.next()) {
            String cluster = line.substring(start, end);
            int columns = columns(cluster);
            if (rowColumns + columns > width && start > rowStart) {
                int cut = afterSpace > rowStart ? afterSpace : start;
                rows.add(line.substring(rowStart, cut).stripTrailing());
                rowStart = cut;
                rowColumns = columns(line.substring(cut, start));
                afterSpace = -1;
            }
            rowColumns += columns;
            if (cluster.equals(" ")) {
                afterSpace = end;
            }
        }
        rows.add(line.substring(rowStart));
    }
}
