package app.parley.profile.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes UUIDs of version 7: they begin with the time, so that new rows lie together in the index. */
public final class TimedIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimedIds() {}

    public static UUID at(Instant time) {
        long milliseconds = time.toEpochMilli() << 16;
        long random = RANDOM.nextLong() & 0x0FFFL;
        return new UUID(milliseconds | VERSION_7 | random, VARIANT | RANDOM.nextLong() >>> 2);
    }
}
