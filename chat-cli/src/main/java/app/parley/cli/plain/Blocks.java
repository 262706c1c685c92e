package app.parley.cli.plain;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The messages in a script's input: one a line, or one up to each NUL character. */
final class Blocks {

    private final Reader input;
    private final char end;

    Blocks(Reader input, char end) {
        this.input = input;
        this.end = end;
    }

    /** The next message that is not empty, or null at the end of the input. */
    @Nullable
    String next() throws IOException {
        StringBuilder block = new StringBuilder();
        for (int character = input.read(); character >= 0; character = input.read()) {
            if (character != end) {
                block.append((char) character);
            } else if (block.isEmpty()) {
                continue;
            } else {
                return withoutLastBreak(block);
            }
        }
        return block.isEmpty() ? null : withoutLastBreak(block);
    }

    private static String withoutLastBreak(StringBuilder block) {
        int length = block.length();
        if (length > 1 && (block.charAt(length - 1) == '\n' || block.charAt(length - 1) == '\r')) {
            block.setLength(length - 1);
        }
        return block.toString();
    }
}
