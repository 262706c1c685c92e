package app.parley.profile.block;

import app.parley.profile.account.Account;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Somebody whom another has blocked. {@link Blocks#keep} is how one comes to be. */
@Entity
@Immutable
@Table(name = "block")
public class Block {

    /** Who blocks, and whom. */
    @Embeddable
    public record Key(UUID ownerId, UUID personId) {}

    @EmbeddedId
    @SuppressWarnings("UnusedVariable") // queries name it
    private Key key;

    @MapsId("personId")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    private Account person;

    private Instant blockedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Block() {}

    public Account person() {
        return person;
    }

    public Instant blockedAt() {
        return blockedAt;
    }
}
