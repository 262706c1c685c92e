package app.parley.profile.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody in a conversation.
 *
 * @param role in a group; in a direct conversation both are members
 */
@Embeddable
public record Member(
        @Column(name = "account_id", nullable = false) UUID user,
        @Column(nullable = false) Instant joinedAt,

        @Column(nullable = false) @Enumerated(EnumType.STRING)
        Role role) {

    Member as(Role other) {
        return new Member(user, joinedAt, other);
    }
}
