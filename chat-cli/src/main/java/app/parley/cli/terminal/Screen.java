package app.parley.cli.terminal;

import java.util.List;

/** Where a transcript is shown. */
interface Screen {

    /** How many columns a row may have. */
    int columns();

    /** Counts up whenever the size has changed, and with it the place of all that was printed before. */
    long sizeChanges();

    void print(List<String> rows);

    /**
     * Writes over a part of a row that was printed before.
     *
     * @param rowsUp 1 for the last row
     * @return false if that row is not on the screen any more
     */
    boolean touchUp(int rowsUp, int column, String text);

    /** The same with a whole row. */
    boolean rewrite(int rowsUp, String row);
}
