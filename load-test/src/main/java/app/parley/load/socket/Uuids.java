package app.parley.load.socket;

/** UUIDs as two longs, read and written without objects. */
final class Uuids {

    static final int LENGTH = 36;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private Uuids() {}

    /** Writes the 36 characters. */
    static void write(long high, long low, byte[] target, int offset) {
        int at = offset;
        for (int nibble = 0; nibble < 32; nibble++) {
            if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) {
                target[at++] = '-';
            }
            long half = nibble < 16 ? high : low;
            target[at++] = HEX[(int) (half >>> (60 - 4 * (nibble & 15))) & 15];
        }
    }

    /** The first half. */
    static long high(char[] text, int offset) {
        return hex(text, offset, 8) << 32 | hex(text, offset + 9, 4) << 16 | hex(text, offset + 14, 4);
    }

    /** The second half. */
    static long low(char[] text, int offset) {
        return hex(text, offset + 19, 4) << 48 | hex(text, offset + 24, 12);
    }

    private static long hex(char[] text, int offset, int length) {
        long value = 0;
        for (int i = offset; i < offset + length; i++) {
            value = value << 4 | Character.digit(text[i], 16);
        }
        return value;
    }
}
