package app.parley.cli.terminal;

import app.parley.cli.conversation.Tick;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as a line of the transcript.
 *
 * @param number its place in the conversation, or 0 as long as it has none
 * @param tick how far an own message has come, or null in others'
 * @param quote what it answers, or null
 */
record Line(
        Instant at,
        long number,
        @Nullable Tick tick,
        Voice voice,
        String name,
        @Nullable String quote,
        String text) {

    /** Who speaks, as far as looks go. */
    enum Voice {
        OWN,
        PEER,
        STRANGER
    }

    static Line own(Instant at, long number, Tick tick, @Nullable String quote, String text) {
        return new Line(at, number, tick, Voice.OWN, "you", quote, text);
    }

    Line saying(String newText) {
        return new Line(at, number, tick, voice, name, quote, newText);
    }

    Line ticked(Tick newTick) {
        return new Line(at, number, newTick, voice, name, quote, text);
    }

    Line numbered(long newNumber) {
        return new Line(at, newNumber, tick, voice, name, quote, text);
    }
}
