package app.parley.presence.session;

import app.parley.presence.device.Device;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A refresh token: opaque to its owner. It names its device, so that it is found without an index. Its {@code family}
 * is secret and the same in all tokens of a session, its {@code key} is another in each: right family but wrong key is a
 * token that was used before, and nobody can make one up. Of both, the store knows the SHA-256 only.
 */
public final class RefreshToken {

    private static final SecureRandom random = new SecureRandom();
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int BYTES = 2 * ID_BYTES + 2 * SECRET_BYTES;

    private final Device device;
    private final byte[] family;
    private final byte[] key;

    private RefreshToken(Device device, byte[] family, byte[] key) {
        this.device = device;
        this.family = family;
        this.key = key;
    }

    /** The first token of a session. */
    static RefreshToken first(Device device) {
        return new RefreshToken(device, randomBytes(), randomBytes());
    }

    /** The token that this text is, or nothing if no token looks like it. */
    public static Optional<RefreshToken> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Device device = new Device(readId(buffer), readId(buffer));
        return Optional.of(new RefreshToken(device, readSecret(buffer), readSecret(buffer)));
    }

    /**
     * The token that follows this one. With the same salt it is the same token again, which lets a lost answer be
     * repeated although the store cannot tell the token: it would need this one for that.
     */
    RefreshToken next(String salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return new RefreshToken(device, family, mac.doFinal(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** The same token for another device: which one a session gets is known only once it is open. */
    RefreshToken of(Device other) {
        return new RefreshToken(other, family, key);
    }

    /** A salt for {@link #next}. */
    static String newSalt() {
        return HexFormat.of().formatHex(randomBytes());
    }

    public Device device() {
        return device;
    }

    /** SHA-256 of the family, in hex. */
    public String familyHash() {
        return sha256(family);
    }

    /** SHA-256 of the key, in hex. */
    public String keyHash() {
        return sha256(key);
    }

    /** The token as its owner keeps it. */
    public String value() {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES);
        writeId(buffer, device.user());
        writeId(buffer, device.id());
        buffer.put(family).put(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /** Without the secrets, so that no log can hold them. */
    @Override
    public String toString() {
        return "RefreshToken[device=" + device + "]";
    }

    private static String sha256(byte[] secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static UUID readId(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static void writeId(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static byte[] readSecret(ByteBuffer buffer) {
        byte[] secret = new byte[SECRET_BYTES];
        buffer.get(secret);
        return secret;
    }
}
