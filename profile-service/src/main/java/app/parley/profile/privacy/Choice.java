package app.parley.profile.privacy;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The privacy that somebody has chosen. {@link Choices#change} is how one comes to be, and to be changed. */
@Entity
@Immutable
@Table(name = "privacy")
public class Choice {

    @Id
    private UUID accountId;

    @Embedded
    private Privacy privacy;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Choice() {}

    UUID user() {
        return accountId;
    }

    Privacy privacy() {
        return privacy;
    }
}
