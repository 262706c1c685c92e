package app.parley.profile.personal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** How far what somebody keeps for themselves has been changed. {@link PersonalStates} is how that grows. */
@Entity
@Immutable
@Table(name = "personal_state")
class PersonalState {

    @Id
    @SuppressWarnings("UnusedVariable") // queries name it
    private UUID accountId;

    private long version;
    private long forgotten;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected PersonalState() {}

    /** The number of the last change; 0 before the first. */
    long version() {
        return version;
    }

    /** Up to here entries that say that something is gone may be gone themselves. */
    long forgotten() {
        return forgotten;
    }
}
