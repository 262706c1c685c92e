package app.parley.profile.export;

import app.parley.profile.account.Account;
import app.parley.profile.address.VerifiedAddress;
import app.parley.profile.contact.Contact;
import app.parley.profile.personal.Entry;
import app.parley.profile.privacy.Privacy;
import java.util.List;
import java.util.UUID;

/** Something that is kept of somebody. */
public sealed interface Exported {

    /** @param blocked the ids of those whom the person blocks */
    record OfAccount(Account account, List<VerifiedAddress> addresses, Privacy privacy, List<UUID> blocked)
            implements Exported {}

    record OfContact(Contact contact) implements Exported {}

    record OfEntry(Entry entry) implements Exported {}
}
