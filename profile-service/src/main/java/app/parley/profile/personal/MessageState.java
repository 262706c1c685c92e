package app.parley.profile.personal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody keeps a message for themselves. */
@Entity
@Table(name = "personal_message")
public non-sealed class MessageState implements Entry {

    /** Whose, and which. */
    @Embeddable
    record Key(UUID accountId, UUID conversationId, long seq) {}

    @EmbeddedId
    private Key key;

    private long version;
    private @Nullable Instant starredAt;
    private boolean hidden;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected MessageState() {}

    /** As long as they have said nothing about it. */
    MessageState(Key key) {
        this.key = key;
    }

    public UUID conversation() {
        return key.conversationId();
    }

    public long seq() {
        return key.seq();
    }

    @Override
    public long version() {
        return version;
    }

    /** Empty if it is not starred. */
    public Optional<Instant> starredAt() {
        return Optional.ofNullable(starredAt);
    }

    /** Whether they do not want to see it. */
    public boolean isHidden() {
        return hidden;
    }

    /** @param at null to take the star away */
    void star(@Nullable Instant at, long number) {
        starredAt = at;
        version = number;
    }
}
