package app.parley.profile.contact;

import app.parley.profile.account.Accounts;
import app.parley.profile.account.DisplayName;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom people add to their address books. */
@Service
public class AddressBooks {

    private final Contacts contacts;
    private final Accounts accounts;
    private final ContactSettings settings;

    AddressBooks(Contacts contacts, Accounts accounts, ContactSettings settings) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * Puts a person into somebody's book, or calls them something else there. Some who are added at the same moment may go
     * beyond the limit.
     *
     * @param name what the owner calls them; null for as they call themselves
     */
    @Transactional
    public ContactOutcome keep(UUID owner, UUID person, @Nullable DisplayName name) {
        if (owner.equals(person)) {
            return new ContactOutcome.Oneself();
        }
        if (accounts.existing(Set.of(owner, person)).size() < 2) {
            return new ContactOutcome.UnknownPerson();
        }
        if (contacts.find(owner, person).isEmpty() && contacts.count(owner) >= settings.most()) {
            return new ContactOutcome.Full(settings.most());
        }
        contacts.keep(
                owner,
                person,
                name == null ? null : name.value(),
                Clock.systemUTC().instant());
        return new ContactOutcome.Kept(contacts.find(owner, person).orElseThrow());
    }
}
