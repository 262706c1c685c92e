package app.parley.profile.conversation;

import app.parley.profile.id.TimedIds;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A change of a group, which its log has to tell. {@link GroupChanges#record} stores it. */
@Entity
@Immutable
@Table(name = "group_change")
public class GroupChange {

    /** Of which group, and the how manieth. */
    @Embeddable
    public record Key(UUID conversationId, long version) {}

    @EmbeddedId
    private Key key;

    private UUID id;
    private UUID actorId;
    private String content;
    private UUID[] joined;

    @Column(name = "left_")
    private UUID[] left;

    private boolean fromTheStart;
    private Instant at;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected GroupChange() {}

    GroupChange(
            UUID conversation,
            long version,
            UUID actor,
            String content,
            List<UUID> joined,
            List<UUID> left,
            boolean fromTheStart,
            Instant now) {
        this.key = new Key(conversation, version);
        this.id = TimedIds.at(now);
        this.actorId = actor;
        this.content = content;
        this.joined = joined.toArray(UUID[]::new);
        this.left = left.toArray(UUID[]::new);
        this.fromTheStart = fromTheStart;
        this.at = now;
    }

    public UUID conversation() {
        return key.conversationId();
    }

    /** Of the group with it: 1, 2, 3 … without holes. */
    public long version() {
        return key.version();
    }

    /** By which the log recognises it. */
    public UUID id() {
        return id;
    }

    public UUID actor() {
        return actorId;
    }

    /** What the log tells: a JSON object. */
    public String content() {
        return content;
    }

    public List<UUID> joined() {
        return List.of(joined);
    }

    public List<UUID> left() {
        return List.of(left);
    }

    /** Whether those who joined may read what was said before. */
    public boolean isFromTheStart() {
        return fromTheStart;
    }

    Instant at() {
        return at;
    }
}
