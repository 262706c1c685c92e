package app.parley.cli.terminal;

/**
 * Makes what others wrote harmless to a terminal: what would move the cursor, change colours or turn the direction of
 * the line shows as a visible sign instead. Line breaks stay, and so do joiners, which emoji and Arabic need.
 */
public final class Printable {

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int REPLACEMENT = 0xFFFD;
    private static final String TAB = "    ";

    private Printable() {}

    /** The text with line breaks as {@code \n} and without any other control. */
    public static String harmless(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(codePoint -> append(out, codePoint));
        return out.toString();
    }

    /** The same on one line, as for a name. */
    public static String oneLine(String text) {
        return harmless(text).replace('\n', ' ');
    }

    private static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '\n', '\r', 0x85, 0x2028, 0x2029 -> out.append('\n');
            case '\t' -> out.append(TAB);
            case DELETE -> out.appendCodePoint(DELETE_PICTURE);
            default -> {
                if (codePoint < ' ') {
                    out.appendCodePoint(CONTROL_PICTURES + codePoint);
                } else if (isTreacherous(codePoint)) {
                    out.appendCodePoint(REPLACEMENT);
                } else {
                    out.appendCodePoint(codePoint);
                }
            }
        }
    }

    private static boolean isTreacherous(int codePoint) {
        boolean c1 = codePoint >= 0x80 && codePoint < 0xA0;
        boolean turnsDirection =
                codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
        return c1 || turnsDirection || Character.getType(codePoint) == Character.SURROGATE;
    }
}
