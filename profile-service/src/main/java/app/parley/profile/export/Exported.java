package app.parley.profile.export;

import app.parley.profile.account.Account;
import app.parley.profile.address.VerifiedAddress;
import app.parley.profile.contact.Contact;
import app.parley.profile.personal.Entry;
import java.util.List;

/** Something that is kept of somebody. */
public sealed interface Exported {

    record OfAccount(Account account, List<VerifiedAddress> addresses) implements Exported {}

    record OfContact(Contact contact) implements Exported {}

    record OfEntry(Entry entry) implements Exported {}
}
