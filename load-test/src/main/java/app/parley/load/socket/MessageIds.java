package app.parley.load.socket;

/**
 * Ids of sends that say which message of a run they are: a UUID of version 7 whose last 62 bits are the run and, in the
 * lowest 32, the number of the message.
 */
public final class MessageIds {

    private static final long RUN_BITS = (1L << 30) - 1;

    private MessageIds() {}

    static long high(long millis) {
        return millis << 16 | 0x7000L | (millis & 0xFFF);
    }

    static long low(int run, int number) {
        return Long.MIN_VALUE | (run & RUN_BITS) << 32 | Integer.toUnsignedLong(number);
    }

    /** The run in an id. */
    public static int run(long low) {
        return (int) (low >>> 32 & RUN_BITS);
    }

    /** The number in an id. */
    public static int number(long low) {
        return (int) low;
    }
}
