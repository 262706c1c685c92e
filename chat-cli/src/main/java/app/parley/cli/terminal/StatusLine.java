package app.parley.cli.terminal;

import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/** The last row of the terminal: who is talked to, whether they are there or typing, how the connection stands. */
final class StatusLine implements AutoCloseable {

    /** How many rows it takes from the screen. */
    static final int ROWS = 1;

    private final @Nullable Status status;
    private String shown = "";

    StatusLine(Terminal terminal) {
        status = Status.getStatus(terminal);
    }

    void show(String text) {
        if (status == null || text.equals(shown)) {
            return;
        }
        shown = text;
        AttributedString line = new AttributedStringBuilder()
                .style(AttributedStyle.DEFAULT.inverse())
                .append(" " + Printable.oneLine(text) + " ")
                .toAttributedString();
        status.update(List.of(line));
    }

    @Override
    public void close() {
        if (status != null) {
            status.update(List.of());
        }
    }
}
