package app.parley.profile.conversation;

import app.parley.profile.account.Accounts;
import app.parley.profile.privacy.Sights;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom somebody may add to a group: people who exist, and let them. Who comes by an invite adds themselves. */
@Component
class Newcomers {

    private final Accounts accounts;
    private final Sights sights;

    Newcomers(Accounts accounts, Sights sights) {
        this.accounts = accounts;
        this.sights = sights;
    }

    /** Why not all of these can be added, or empty if they can. */
    Optional<Refusal> obstacle(UUID actor, Set<UUID> users) {
        Set<UUID> unknown = new HashSet<>(users);
        unknown.removeAll(accounts.existing(users));
        if (!unknown.isEmpty()) {
            return Optional.of(new Refusal.UnknownUsers(unknown));
        }
        Set<UUID> forbidding = sights.of(actor, users).entrySet().stream()
                .filter(seen -> !seen.getValue().adding())
                .map(seen -> seen.getKey())
                .collect(Collectors.toSet());
        return forbidding.isEmpty() ? Optional.empty() : Optional.of(new Refusal.ForbidBeingAdded(forbidding));
    }
}
