package app.parley.profile.personal;

import app.parley.profile.account.DisplayName;
import app.parley.profile.id.TimedIds;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom somebody writes to at once, each by themselves. */
@Entity
@Table(name = "broadcast_list")
public non-sealed class BroadcastList implements Entry {

    @Id
    private UUID id;

    private UUID accountId;

    private long version;
    private @Nullable String name;
    private UUID[] recipients;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected BroadcastList() {}

    BroadcastList(UUID owner, DisplayName name, Set<UUID> recipients, Instant now) {
        this.id = TimedIds.at(now);
        this.accountId = owner;
        this.name = name.value();
        this.recipients = sorted(recipients);
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    UUID owner() {
        return accountId;
    }

    @Override
    public long version() {
        return version;
    }

    /** Empty if the list is gone. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** In a stable order. */
    public List<UUID> recipients() {
        return List.of(recipients);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Changes what is not null. Answers whether anything is otherwise than before. */
    boolean apply(@Nullable DisplayName newName, @Nullable Set<UUID> newRecipients) {
        String wished = newName == null ? name : newName.value();
        UUID[] named = newRecipients == null ? recipients : sorted(newRecipients);
        boolean other = !Objects.equals(wished, name) || !Arrays.equals(named, recipients);
        name = wished;
        recipients = named;
        return other;
    }

    void remove() {
        name = null;
        recipients = new UUID[0];
    }

    void changed(long number) {
        version = number;
    }

    private static UUID[] sorted(Set<UUID> users) {
        return users.stream().sorted().toArray(UUID[]::new);
    }
}
