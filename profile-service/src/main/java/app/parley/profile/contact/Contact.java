package app.parley.profile.contact;

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
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Somebody in another's address book. {@link Contacts#keep} is how one comes to be, and to be changed. */
@Entity
@Immutable
@Table(name = "contact")
public class Contact {

    /** Whose book it is in, and who it is. */
    @Embeddable
    public record Key(UUID ownerId, UUID personId) {}

    @EmbeddedId
    @SuppressWarnings("UnusedVariable") // queries name it
    private Key key;

    @MapsId("personId")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    private Account person;

    private @Nullable String name;

    private Instant addedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Contact() {}

    public Account person() {
        return person;
    }

    /** What the owner calls the person, or empty for as they call themselves. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Instant addedAt() {
        return addedAt;
    }
}
