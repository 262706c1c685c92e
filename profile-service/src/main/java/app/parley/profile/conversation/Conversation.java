package app.parley.profile.conversation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People who talk with each other. {@link Conversations#makeDirect} is how one comes to be. */
@Entity
@Table(name = "conversation")
public class Conversation {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private @Nullable Retention retention;

    @Column(updatable = false)
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "conversation_member", joinColumns = @JoinColumn(name = "conversation_id"))
    private Set<Member> members = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Conversation() {}

    public UUID id() {
        return id;
    }

    /** The users who take part, in a stable order. */
    public List<UUID> members() {
        return members.stream().map(Member::user).sorted().toList();
    }

    public boolean has(UUID user) {
        return members.stream().anyMatch(member -> member.user().equals(user));
    }

    /** Where a member finds it in their list. */
    public Place placeOf(UUID user) {
        Instant joinedAt = members.stream()
                .filter(member -> member.user().equals(user))
                .map(Member::joinedAt)
                .findAny()
                .orElseThrow();
        return new Place(joinedAt, id);
    }

    /** The conversation's own policy, or empty for the deployment's. */
    public Optional<Retention> retention() {
        return Optional.ofNullable(retention);
    }

    public Instant createdAt() {
        return createdAt;
    }

    void keep(@Nullable Retention policy) {
        this.retention = policy;
    }
}
