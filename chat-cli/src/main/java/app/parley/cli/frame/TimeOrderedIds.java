package app.parley.cli.frame;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): the time in milliseconds, then 74 random bits. */
public final class TimeOrderedIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedIds() {}

    public static UUID next() {
        long high = System.currentTimeMillis() << 16 | 0x7000L | RANDOM.nextInt(1 << 12);
        long low = Long.MIN_VALUE | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
