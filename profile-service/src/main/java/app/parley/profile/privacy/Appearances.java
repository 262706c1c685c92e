package app.parley.profile.privacy;

import app.parley.profile.account.Account;
import app.parley.profile.account.Accounts;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** How people look to each other. */
@Service
public class Appearances {

    private final Accounts accounts;
    private final Sights sights;

    Appearances(Accounts accounts, Sights sights) {
        this.accounts = accounts;
        this.sights = sights;
    }

    /** How somebody looks to another. */
    public Appearance to(UUID viewer, Account account) {
        return Appearance.of(account, sights.of(viewer, account.id()));
    }

    /** How each of these looks to somebody, by their ids. */
    public Map<UUID, Appearance> to(UUID viewer, Collection<Account> seen) {
        Map<UUID, Sight> sight =
                sights.of(viewer, seen.stream().map(Account::id).collect(Collectors.toSet()));
        return seen.stream()
                .collect(Collectors.toMap(
                        Account::id,
                        account -> Appearance.of(account, sight.getOrDefault(account.id(), Sight.NOTHING))));
    }

    /** How those of these look to somebody who exist. */
    public Map<UUID, Appearance> to(UUID viewer, Set<UUID> users) {
        return users.isEmpty() ? Map.of() : to(viewer, accounts.findByIdIn(users));
    }
}
