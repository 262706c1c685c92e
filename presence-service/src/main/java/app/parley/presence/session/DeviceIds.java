package app.parley.presence.session;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids of new devices: UUIDv7 (RFC 9562), so that they sort by the time they were made. */
final class DeviceIds {

    private static final SecureRandom random = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DeviceIds() {}

    static UUID next() {
        long high = System.currentTimeMillis() << 16 | VERSION_7 | random.nextInt(0x1000);
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
