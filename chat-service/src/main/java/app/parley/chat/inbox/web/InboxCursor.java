package app.parley.chat.inbox.web;

import app.parley.chat.inbox.InboxPlace;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in the list as text that clients need not understand. */
final class InboxCursor {

    private static final int BYTES = 4 * Long.BYTES;

    private InboxCursor() {}

    static String of(InboxPlace place) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(place.pinnedAt())
                .putLong(place.at())
                .putLong(place.conversation().getMostSignificantBits())
                .putLong(place.conversation().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The place, or empty if the text is none of ours. */
    static Optional<InboxPlace> read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return bytes.remaining() == BYTES
                    ? Optional.of(new InboxPlace(
                            bytes.getLong(), bytes.getLong(), new UUID(bytes.getLong(), bytes.getLong())))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
