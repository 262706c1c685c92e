package app.parley.profile.conversation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of the conversation of two people: a UUID of version 8 from the SHA-256 of both ids, the lower one first. So
 * whoever asks first, and in whichever order, there is one conversation to a pair.
 */
final class DirectConversationId {

    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DirectConversationId() {}

    static UUID of(UUID one, UUID other) {
        boolean oneFirst = isLower(one, other);
        ByteBuffer hash = ByteBuffer.wrap(sha256(oneFirst ? one : other, oneFirst ? other : one));
        long high = hash.getLong() & ~VERSION_BITS | VERSION_8;
        long low = hash.getLong() & ~VARIANT_BITS | VARIANT;
        return new UUID(high, low);
    }

    /** In the order of their text; {@link UUID#compareTo} takes the halves for signed numbers. */
    private static boolean isLower(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0
                ? high < 0
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0;
    }

    private static byte[] sha256(UUID lower, UUID higher) {
        ByteBuffer both = ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(lower.getMostSignificantBits())
                .putLong(lower.getLeastSignificantBits())
                .putLong(higher.getMostSignificantBits())
                .putLong(higher.getLeastSignificantBits());
        try {
            return MessageDigest.getInstance("SHA-256").digest(both.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
