package app.parley.profile.account;

import app.parley.profile.id.TimedIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** A person who can sign in, and what others see of them. Who has closed the account is not found, whatever is left of it. */
@Entity
@SQLRestriction("not departing")
@Table(name = "account")
public class Account {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String handle;

    private String displayName;

    private @Nullable String about;

    private @Nullable UUID photo;

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

    /** What they say about themselves; only for those who may see it. */
    public Optional<String> about() {
        return Optional.ofNullable(about);
    }

    /** The media that shows them; only for those who may see it. */
    public Optional<UUID> photo() {
        return Optional.ofNullable(photo);
    }

    public Instant createdAt() {
        return createdAt;
    }

    String passwordHash() {
        return passwordHash;
    }

    void change(ProfileEdit edit) {
        if (edit.displayName() != null) {
            this.displayName = edit.displayName().value();
        }
        if (edit.about() != null) {
            this.about = edit.about().value().isEmpty() ? null : edit.about().value();
        }
        if (edit.photo() != null) {
            this.photo = edit.photo().media();
        }
    }
}
