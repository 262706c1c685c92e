package app.parley.profile.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.stream.Stream;

/**
 * Whom somebody lets see what of them.
 *
 * @param lastSeen when they were there last
 * @param online whether they are there now
 * @param about what they say about themselves
 * @param readReceipts how far they have read, where two talk
 * @param groups who may add them to groups
 */
@Embeddable
public record Privacy(
        @Column(nullable = false) @Enumerated(EnumType.STRING)
        Circle lastSeen,

        @Column(nullable = false) @Enumerated(EnumType.STRING)
        Circle online,

        @Column(nullable = false) @Enumerated(EnumType.STRING)
        Circle about,

        @Column(nullable = false) @Enumerated(EnumType.STRING)
        Circle photo,

        @Column(nullable = false) @Enumerated(EnumType.STRING)
        Circle readReceipts,

        @Column(nullable = false) @Enumerated(EnumType.STRING)
        Circle groups) {

    /** Of who has changed nothing. */
    public static final Privacy OPEN = new Privacy(
            Circle.EVERYONE, Circle.EVERYONE, Circle.EVERYONE, Circle.EVERYONE, Circle.EVERYONE, Circle.EVERYONE);

    /** Whether it matters whom they know. */
    boolean needsContacts() {
        return Stream.of(lastSeen, online, about, photo, readReceipts, groups).anyMatch(Circle.CONTACTS::equals);
    }
}
