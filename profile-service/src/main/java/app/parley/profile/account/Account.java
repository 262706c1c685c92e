package app.parley.profile.account;

import app.parley.profile.id.TimedIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who can sign in, and what others see of them. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String handle;

    private String displayName;

    /** Written here once; a sign-in that renews it does so by itself ({@link Accounts#renewPasswordHash}). */
    @Column(updatable = false)
    private String passwordHash;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Account() {}

    Account(Handle handle, DisplayName displayName, String passwordHash, Instant now) {
        this.id = TimedIds.at(now);
        this.handle = handle.value();
        this.displayName = displayName.value();
        this.passwordHash = passwordHash;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public UUID id() {
        return id;
    }

    public String handle() {
        return handle;
    }

    public String displayName() {
        return displayName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    String passwordHash() {
        return passwordHash;
    }

    void rename(DisplayName name) {
        this.displayName = name.value();
    }
}
