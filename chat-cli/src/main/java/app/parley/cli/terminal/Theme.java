package app.parley.cli.terminal;

import app.parley.cli.conversation.Tick;

/** How things look: with colours, or without where the user or the terminal wants none. */
final class Theme {

    private static final String RESET = "\033[0m";

    private final boolean colours;

    Theme(boolean colours) {
        this.colours = colours;
    }

    /** With colours unless {@code NO_COLOR} is set. */
    static Theme fromEnvironment() {
        String noColour = System.getenv("NO_COLOR");
        return new Theme(noColour == null || noColour.isEmpty());
    }

    /** Two columns. Read differs from delivered by colour, and without colours by shape. */
    String tick(Tick tick) {
        return switch (tick) {
            case WAITING -> dim("· ");
            case SENT -> dim("✓ ");
            case DELIVERED -> dim("✓✓");
            case READ -> colours ? styled("94;1", "✓✓") : "✔✔";
            case FAILED -> styled("31;1", "✗ ");
        };
    }

    String own(String name) {
        return styled("36", name);
    }

    String peer(String name) {
        return styled("32;1", name);
    }

    String stranger(String name) {
        return styled("35;1", name);
    }

    String dim(String text) {
        return styled("2", text);
    }

    String warning(String text) {
        return styled("33", text);
    }

    private String styled(String codes, String text) {
        return colours ? "\033[" + codes + "m" + text + RESET : text;
    }
}
