package app.parley.profile.personal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody keeps a conversation for themselves. */
@Entity
@Table(name = "personal_conversation")
public non-sealed class ConversationState implements Entry {

    /** Whose, and which. */
    @Embeddable
    record Key(UUID accountId, UUID conversationId) {}

    @EmbeddedId
    private Key key;

    private long version;
    private @Nullable Instant mutedUntil;
    private boolean archived;
    private @Nullable Instant pinnedAt;
    private @Nullable String draft;
    private @Nullable Instant draftedAt;
    private long clearedTo;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected ConversationState() {}

    /** As long as they have said nothing about it. */
    ConversationState(Key key) {
        this.key = key;
    }

    public UUID conversation() {
        return key.conversationId();
    }

    @Override
    public long version() {
        return version;
    }

    /** Empty if it is not muted; {@link Muting#FOR_EVER} may be the end. */
    public Optional<Instant> mutedUntil() {
        return Optional.ofNullable(mutedUntil);
    }

    public boolean isArchived() {
        return archived;
    }

    /** Empty if it is not pinned. */
    public Optional<Instant> pinnedAt() {
        return Optional.ofNullable(pinnedAt);
    }

    public Optional<Draft> draft() {
        return Optional.ofNullable(draft).map(Draft::new);
    }

    public Optional<Instant> draftedAt() {
        return Optional.ofNullable(draftedAt);
    }

    /** The messages up to here they do not want to see; 0 if there are none. */
    public long clearedTo() {
        return clearedTo;
    }

    /** Changes what the edit says. Answers whether anything is otherwise than before. */
    boolean apply(ConversationEdit edit, Instant now) {
        return mute(edit.muting(), now) | archive(edit.archived()) | pin(edit.pinned(), now) | note(edit.draft(), now);
    }

    void clear(long upTo) {
        clearedTo = upTo;
    }

    void changed(long number) {
        version = number;
    }

    private boolean mute(@Nullable Muting muting, Instant now) {
        Instant until = muting == null ? mutedUntil : muting.after(now).orElse(null);
        boolean other = !Objects.equals(until, mutedUntil);
        mutedUntil = until;
        return other;
    }

    private boolean archive(@Nullable Boolean wish) {
        boolean other = wish != null && wish != archived;
        archived ^= other;
        return other;
    }

    private boolean pin(@Nullable Boolean wish, Instant now) {
        if (wish == null || wish == (pinnedAt != null)) {
            return false;
        }
        pinnedAt = wish ? now : null;
        return true;
    }

    private boolean note(@Nullable Draft wish, Instant now) {
        String content = wish == null ? draft : wish.content().orElse(null);
        if (Objects.equals(content, draft)) {
            return false;
        }
        draft = content;
        draftedAt = content == null ? null : now;
        return true;
    }
}
