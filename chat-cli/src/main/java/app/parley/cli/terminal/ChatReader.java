package app.parley.cli.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * The line that is being written, at the bottom, and what is printed above it. What has been printed can be touched up
 * as long as it is still on the screen, which this class knows by counting rows.
 */
final class ChatReader extends LineReaderImpl implements Screen {

    private final Consumer<String> onEdit;
    private final StatusLine statusLine;
    private String edited = "";
    private Size known;

    /** At least so many rows of what was printed are on the screen above the line that is being written. */
    private int rowsAbove;

    private long sizeChanges;

    ChatReader(Terminal terminal, Consumer<String> onEdit) {
        super(terminal, "parley", new HashMap<>());
        this.onEdit = onEdit;
        this.statusLine = new StatusLine(terminal);
        this.known = terminal.getSize();
        setParser(new DefaultParser()
                .escapeChars(new char[0])
                .quoteChars(new char[0])
                .eofOnUnclosedQuote(false)
                .eofOnEscapedNewLine(false));
        option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        option(LineReader.Option.ERASE_LINE_ON_FINISH, true);
        option(LineReader.Option.BRACKETED_PASTE, true);
        option(LineReader.Option.AUTO_LIST, false);
        setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "  ");
        setVariable(LineReader.BELL_STYLE, "none");
        Objects.requireNonNull(getKeyMaps().get(LineReader.MAIN))
                .bind(new Reference("insert-line-break"), "\033\r", "\033\n");
        getWidgets().put("insert-line-break", () -> {
            buf.write('\n');
            return true;
        });
    }

    @Override
    public int columns() {
        return usableWidth(terminal.getSize());
    }

    @Override
    public long sizeChanges() {
        lock.lock();
        try {
            noticeSize();
            return sizeChanges;
        } finally {
            lock.unlock();
        }
    }

    /** Shows this in the last row. Like all that is written, under the lock: half a move of the cursor is none. */
    void status(String text) {
        lock.lock();
        try {
            statusLine.show(text);
        } finally {
            lock.unlock();
        }
    }

    /** Leaves the terminal as it was found. */
    void finish() {
        lock.lock();
        try {
            statusLine.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void print(List<String> rows) {
        lock.lock();
        try {
            noticeSize();
            printAbove(String.join("\n", rows) + "\n");
            rowsAbove = Math.min(rowsAbove + rows.size(), Math.max(0, visibleRows() - 1));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean touchUp(int rowsUp, int column, String text) {
        lock.lock();
        try {
            noticeSize();
            if (rowsUp > rowsAbove) {
                return false;
            }
            boolean writing = isReading();
            if (writing) {
                display.update(List.of(), 0);
            }
            String move = "\r\033[" + rowsUp + "A" + (column == 0 ? "" : "\033[" + column + "C");
            terminal.writer().print(move + text + "\r\033[" + rowsUp + "B");
            if (writing) {
                redisplay(false);
            }
            terminal.flush();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean rewrite(int rowsUp, String row) {
        return touchUp(rowsUp, 0, "\033[2K" + row);
    }

    @Override
    protected void redisplay(boolean flush) {
        super.redisplay(flush);
        int rows = getDisplayedBufferWithPrompts(new ArrayList<>())
                .columnSplitLength(Math.max(1, terminal.getWidth()), true, false)
                .size();
        rowsAbove = Math.min(rowsAbove, Math.max(0, visibleRows() - rows));
        String now = buf.toString();
        if (!now.equals(edited)) {
            edited = now;
            onEdit.accept(now);
        }
    }

    /** A terminal that was resized has moved its rows in ways of its own. */
    private void noticeSize() {
        Size now = terminal.getSize();
        if (!now.equals(known)) {
            known = now;
            rowsAbove = 0;
            sizeChanges++;
        }
    }

    private int visibleRows() {
        return known.getRows() - StatusLine.ROWS;
    }

    /** The last column stays free: terminals differ in what happens when it is filled. */
    private static int usableWidth(Size size) {
        return size.getColumns() <= 1 ? 79 : size.getColumns() - 1;
    }
}
