package app.parley.offlinestore.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what an {@link Encoder} wrote. */
final class Decoder {

    private final ByteBuffer bytes;

    Decoder(ByteBuffer bytes) {
        this.bytes = bytes.duplicate();
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    int octet() {
        return bytes.get();
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte group = bytes.get();
            value |= (group & 0x7FL) << shift;
            if (group >= 0) {
                return value;
            }
        }
    }

    UUID id() {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    String text() {
        byte[] utf8 = new byte[Math.toIntExact(number())];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    <T> List<T> list(Supplier<T> each) {
        int size = Math.toIntExact(number());
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.get());
        }
        return values;
    }
}
