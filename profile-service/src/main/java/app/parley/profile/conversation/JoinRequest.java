package app.parley.profile.conversation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Somebody asks to be let into a group. {@link JoinRequests#make} is how one comes to be. */
@Entity
@Immutable
@Table(name = "group_request")
public class JoinRequest {

    /** Which group, and who asks. */
    @Embeddable
    public record Key(UUID conversationId, UUID accountId) {}

    @EmbeddedId
    private Key key;

    private Instant requestedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected JoinRequest() {}

    public UUID user() {
        return key.accountId();
    }

    public Instant requestedAt() {
        return requestedAt;
    }
}
