package app.parley.profile.discovery;

import app.parley.profile.account.Accounts;
import app.parley.profile.account.UnknownUser;
import app.parley.profile.address.PhoneHash;
import app.parley.profile.address.VerifiedAddress;
import app.parley.profile.address.VerifiedAddresses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people by their phone numbers. Only those who let themselves be found are, and nobody can look up so many numbers that
 * they would learn who all is here.
 */
@Service
public class Discovery {

    private final Accounts accounts;
    private final VerifiedAddresses addresses;
    private final LookedUp lookedUp;
    private final List<Hiding> hidings;
    private final DiscoverySettings settings;
    private final InstantSource clock;

    Discovery(
            Accounts accounts,
            VerifiedAddresses addresses,
            LookedUp lookedUp,
            ObjectProvider<Hiding> hidings,
            DiscoverySettings settings,
            InstantSource clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.lookedUp = lookedUp;
        this.hidings = hidings.stream().toList();
        this.settings = settings;
        this.clock = clock;
    }

    /** How many numbers somebody may look up now, beside those that they looked up before. */
    public int remaining(UUID asker) {
        return lookedUp.find(asker)
                .map(quota -> quota.at(clock.instant(), settings).remaining())
                .orElse(settings.first());
    }

    /** Looks people up, if the quota allows all the numbers that are new. */
    @Transactional
    public LookupOutcome find(UUID asker, Collection<PhoneHash> hashes) {
        if (accounts.existing(Set.of(asker)).isEmpty()) {
            throw UnknownUser.problem();
        }
        Instant now = clock.instant();
        Quota quota = lookedUp.lock(asker, now).at(now, settings);
        Set<Long> fresh = hashes.stream().map(PhoneHash::prefix).collect(Collectors.toCollection(HashSet::new));
        fresh.removeAll(lookedUp.prefixes(asker, now));
        if (!quota.allows(fresh.size())) {
            return new LookupOutcome.Exhausted(quota.remaining(), quota.until(fresh.size(), settings));
        }
        Quota left = quota.without(fresh.size());
        if (!fresh.isEmpty()) {
            lookedUp.keep(asker, left);
            lookedUp.add(asker, fresh, now);
        }
        return new LookupOutcome.LookedUp(found(asker, hashes), left.remaining());
    }

    private List<VerifiedAddress> found(UUID asker, Collection<PhoneHash> hashes) {
        if (hashes.isEmpty()) {
            return List.of();
        }
        List<VerifiedAddress> found =
                addresses.findDiscoverable(hashes.stream().map(PhoneHash::value).toList());
        Set<UUID> people = found.stream().map(address -> address.account().id()).collect(Collectors.toSet());
        Set<UUID> hidden = hidings.stream()
                .flatMap(hiding -> hiding.hidden(asker, people).stream())
                .collect(Collectors.toCollection(HashSet::new));
        hidden.add(asker);
        return found.stream()
                .filter(address -> !hidden.contains(address.account().id()))
                .toList();
    }
}
