package app.parley.profile.address;

import app.parley.profile.account.Account;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An address whose owner has proved it. {@link Ownership} is how one comes to be, and to be another's. */
@Entity
@Immutable
@Table(name = "account_address")
public class VerifiedAddress {

    /** Whose it is, and which of theirs. */
    @Embeddable
    public record Key(
            UUID accountId, @Enumerated(EnumType.STRING) AddressKind kind) {}

    @EmbeddedId
    private Key key;

    @MapsId("accountId")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    private String address;

    private byte @Nullable [] phoneHash;

    private boolean discoverable;

    private Instant verifiedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected VerifiedAddress() {}

    public AddressKind kind() {
        return key.kind();
    }

    public Account account() {
        return account;
    }

    public String address() {
        return address;
    }

    /** Whether who knows the phone number finds the account by it. */
    public boolean discoverable() {
        return discoverable;
    }

    public Instant verifiedAt() {
        return verifiedAt;
    }

    /** Of a phone number; an e-mail address has none. */
    public PhoneHash phoneHash() {
        if (phoneHash == null) {
            throw new IllegalStateException(kind() + " has no hash");
        }
        return new PhoneHash(phoneHash);
    }
}
