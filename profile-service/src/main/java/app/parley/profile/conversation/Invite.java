package app.parley.profile.conversation;

import app.parley.profile.id.TimedIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way into a group for everybody who knows its code. */
@Entity
@Table(name = "group_invite")
public class Invite {

    /**
     * What an invite lets do.
     *
     * @param lifetime how long it holds
     * @param mostUses how many people it serves; null for any number
     * @param approval whether an admin has to agree to each
     */
    public record Terms(Duration lifetime, @Nullable Integer mostUses, boolean approval) {}

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID conversationId;

    @Column(updatable = false)
    private byte[] codeHash;

    @Column(updatable = false)
    private UUID creatorId;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private Instant expiresAt;

    @Column(updatable = false)
    private @Nullable Integer mostUses;

    private int used;

    @Column(updatable = false)
    private boolean approval;

    private boolean revoked;

    @Version
    @SuppressWarnings("UnusedVariable") // Hibernate reads it
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Invite() {}

    Invite(UUID group, InviteCode code, UUID creator, Terms terms, Instant now) {
        this.id = TimedIds.at(now);
        this.conversationId = group;
        this.codeHash = code.hash();
        this.creatorId = creator;
        this.createdAt = now;
        this.expiresAt = now.plus(terms.lifetime());
        this.mostUses = terms.mostUses();
        this.approval = terms.approval();
    }

    public UUID id() {
        return id;
    }

    public UUID creator() {
        return creatorId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** How many people it serves, or empty for any number. */
    public Optional<Integer> mostUses() {
        return Optional.ofNullable(mostUses);
    }

    /** How many it has served, be it that they joined or that they asked to. */
    public int used() {
        return used;
    }

    /** Whether an admin has to agree to each. */
    public boolean needsApproval() {
        return approval;
    }

    UUID group() {
        return conversationId;
    }

    /** Why it serves nobody, or empty if it does. */
    Optional<Refusal> flaw(Instant now) {
        if (revoked) {
            return Optional.of(new Refusal.InviteRevoked());
        }
        if (!now.isBefore(expiresAt)) {
            return Optional.of(new Refusal.InviteExpired());
        }
        return mostUses != null && used >= mostUses ? Optional.of(new Refusal.InviteUsedUp()) : Optional.empty();
    }

    void use() {
        used++;
    }

    void revoke() {
        revoked = true;
    }
}
