package app.parley.profile.address;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** What address books are compared by: SHA-256 of the deployment's salt and a phone number in E.164. */
@SuppressWarnings("ArrayRecordComponent") // it compares and shows its content
public record PhoneHash(byte[] value) {

    public static final int BYTES = 32;

    public PhoneHash {
        if (value.length != BYTES) {
            throw new IllegalArgumentException("A hash has %d bytes, not %d".formatted(BYTES, value.length));
        }
    }

    /** Reads what {@link #toString} wrote, in capitals or not. */
    public static PhoneHash parse(String hexadecimal) {
        return new PhoneHash(HexFormat.of().parseHex(hexadecimal));
    }

    /** Enough of it to tell whether it was the same as another. */
    public long prefix() {
        return ByteBuffer.wrap(value).getLong();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneHash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
