package app.parley.profile.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Six digits that somebody reads at their address and types in here. */
public record Code(String value) {

    /** How codes are written. */
    public static final String SHAPE = "[0-9]{6}";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final String HMAC = "HmacSHA256";

    public Code {
        if (!value.matches(SHAPE)) {
            throw new IllegalArgumentException("A code has six digits");
        }
    }

    static Code random() {
        return new Code("%06d".formatted(RANDOM.nextInt(CODES)));
    }

    /** What is stored of it, so that the same code under another id looks different. */
    byte[] hash(UUID id) {
        byte[] key = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(value.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }

    /** Without the code, so that no log can hold it. */
    @Override
    public String toString() {
        return "Code[]";
    }
}
