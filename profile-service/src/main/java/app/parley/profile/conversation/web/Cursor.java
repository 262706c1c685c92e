package app.parley.profile.conversation.web;

import app.parley.profile.conversation.Place;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in the list of conversations as text that clients need not understand. */
final class Cursor {

    private static final int BYTES = 3 * Long.BYTES;

    private Cursor() {}

    static String of(Place place) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place.joinedAt()))
                .putLong(place.conversation().getMostSignificantBits())
                .putLong(place.conversation().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The place, or empty if the text is none of ours. */
    static Optional<Place> read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES) {
                return Optional.empty();
            }
            Instant joinedAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
            Place place = new Place(joinedAt, new UUID(bytes.getLong(), bytes.getLong()));
            // what lies outside of the list's times is none of ours, and the database could not take it
            return joinedAt.isBefore(Instant.EPOCH) || joinedAt.isAfter(Place.START.joinedAt())
                    ? Optional.empty()
                    : Optional.of(place);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
