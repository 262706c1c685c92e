package app.parley.presence.session;

import app.parley.presence.token.SigningKeys;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Ids of devices: UUIDv7 (RFC 9562), so that they sort by the time they were made. Their last 62 bits, random to everybody
 * else, are an HMAC of the user and the other bits, by which it is told without any store whether an id was given to a
 * user.
 */
@Component
class DeviceIds {

    private static final SecureRandom random = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final List<SecretKey> keys;

    DeviceIds(SigningKeys keys) {
        this.keys = keys.derived("parley device ids");
    }

    /** The id of a new device of this user. */
    UUID next(UUID user) {
        long high = System.currentTimeMillis() << 16 | VERSION_7 | random.nextInt(0x1000);
        return certified(user, high, keys.getFirst());
    }

    /** Whether this id was given to a device of this user. */
    boolean isOf(UUID user, UUID id) {
        return keys.stream()
                .map(key -> certified(user, id.getMostSignificantBits(), key))
                .anyMatch(id::equals);
    }

    private static UUID certified(UUID user, long high, SecretKey key) {
        ByteBuffer said = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .putLong(high);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            long low = ByteBuffer.wrap(mac.doFinal(said.array())).getLong();
            return new UUID(high, VARIANT | low >>> 2);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
