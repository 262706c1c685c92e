package app.parley.profile.contact;

import app.parley.profile.account.Accounts;
import app.parley.profile.account.DisplayName;
import app.parley.profile.news.PeopleNews;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Whom people add to their address books. */
@Service
public class AddressBooks {

    private final Contacts contacts;
    private final Accounts accounts;
    private final ContactSettings settings;
    private final TransactionOperations transactions;
    private final PeopleNews news;

    AddressBooks(
            Contacts contacts,
            Accounts accounts,
            ContactSettings settings,
            TransactionOperations transactions,
            PeopleNews news) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.settings = settings;
        this.transactions = transactions;
        this.news = news;
    }

    /**
     * Puts a person into somebody's book, or calls them something else there. Some who are added at the same moment may go
     * beyond the limit.
     *
     * @param name what the owner calls them; null for as they call themselves
     */
    public ContactOutcome keep(UUID owner, UUID person, @Nullable DisplayName name) {
        ContactOutcome outcome = transactions.execute(_ -> decide(owner, person, name));
        if (outcome instanceof ContactOutcome.Kept kept && kept.added()) {
            news.changed(Set.of(owner));
        }
        return outcome;
    }

    /** Takes a person out of somebody's book. */
    public void remove(UUID owner, UUID person) {
        if (contacts.remove(owner, person) > 0) {
            news.changed(Set.of(owner));
        }
    }

    private ContactOutcome decide(UUID owner, UUID person, @Nullable DisplayName name) {
        if (owner.equals(person)) {
            return new ContactOutcome.Oneself();
        }
        if (accounts.existing(Set.of(owner, person)).size() < 2) {
            return new ContactOutcome.UnknownPerson();
        }
        boolean added = contacts.find(owner, person).isEmpty();
        if (added && contacts.count(owner) >= settings.most()) {
            return new ContactOutcome.Full(settings.most());
        }
        contacts.keep(
                owner,
                person,
                name == null ? null : name.value(),
                Clock.systemUTC().instant());
        return new ContactOutcome.Kept(contacts.find(owner, person).orElseThrow(), added);
    }
}
