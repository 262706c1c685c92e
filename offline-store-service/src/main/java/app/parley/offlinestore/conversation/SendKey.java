package app.parley.offlinestore.conversation;

import java.util.UUID;

/**
 * By what a retry is recognised within a conversation. An id of version 7 says when it was made, as its maker's clock has
 * it.
 */
public record SendKey(UUID sender, UUID id) {

    private static final int VERSION_WITH_TIME = 7;
    private static final int BITS_BESIDE_TIME = 16;

    /** Whether the id says when it was made. */
    public boolean isTimed() {
        return id.version() == VERSION_WITH_TIME;
    }

    /** When the id was made, if it says so. */
    public long madeAtMillis() {
        return id.getMostSignificantBits() >>> BITS_BESIDE_TIME;
    }
}
