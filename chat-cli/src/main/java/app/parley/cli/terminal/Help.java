package app.parley.cli.terminal;

import java.util.List;

/** What {@code /help} says. */
final class Help {

    static final List<String> LINES = List.of(
            "Write, and Enter sends. Alt-Enter begins a new line; what is pasted is one message.",
            "/to HANDLE      talk to somebody",
            "/history [n]    the last messages again",
            "/who            whom you talk to, and whether they are there",
            "/quit           leave (or Ctrl-D)",
            "Ticks: · waiting, ✓ sent, ✓✓ delivered, coloured ✓✓ read, ✗ not sent.",
            "A message that begins with a slash is written with two.");

    private Help() {}
}
