package app.parley.profile.conversation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
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

/** People who talk with each other: two, unless it is a {@link Group}. {@link Conversations#makeDirect} makes those of two. */
@Entity
@Table(name = "conversation")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
@DiscriminatorValue("DIRECT")
public class Conversation {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private @Nullable Retention retention;

    @Column(updatable = false)
    private Instant createdAt;

    /** Loaded by the queries that say so; a group may have very many. */
    @ElementCollection
    @CollectionTable(name = "conversation_member", joinColumns = @JoinColumn(name = "conversation_id"))
    private Set<Member> members = new HashSet<>();

    @Version
    @SuppressWarnings("UnusedVariable") // Hibernate reads it
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Conversation() {}

    Conversation(UUID id, Set<Member> members, Instant now) {
        this.id = id;
        this.members = new HashSet<>(members);
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    /** The users who take part, in a stable order. */
    public List<UUID> members() {
        return members.stream().map(Member::user).sorted().toList();
    }

    public boolean has(UUID user) {
        return member(user).isPresent();
    }

    /** The conversation's own policy, or empty for the deployment's. */
    public Optional<Retention> retention() {
        return Optional.ofNullable(retention);
    }

    public Instant createdAt() {
        return createdAt;
    }

    Set<Member> everybody() {
        return members;
    }

    Optional<Member> member(UUID user) {
        return members.stream().filter(member -> member.user().equals(user)).findAny();
    }

    void keep(@Nullable Retention policy) {
        this.retention = policy;
    }
}
