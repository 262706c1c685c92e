package app.parley.profile.export;

import app.parley.profile.account.Account;
import app.parley.profile.account.Accounts;
import app.parley.profile.account.UnknownUser;
import app.parley.profile.address.VerifiedAddresses;
import app.parley.profile.block.Blocks;
import app.parley.profile.contact.Contact;
import app.parley.profile.contact.Contacts;
import app.parley.profile.export.ExportPlace.Beginning;
import app.parley.profile.export.ExportPlace.Kept;
import app.parley.profile.personal.BroadcastList;
import app.parley.profile.personal.ConversationState;
import app.parley.profile.personal.Entry;
import app.parley.profile.personal.Feed;
import app.parley.profile.personal.FeedPage;
import app.parley.profile.personal.FeedPlace;
import app.parley.profile.personal.MessageState;
import app.parley.profile.privacy.Privacy;
import app.parley.profile.privacy.PrivacyChoices;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** All that is kept of people, a part at a time: nobody holds all of it in memory. */
@Service
public class Export {

    private static final int AT_ONCE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * A part.
     *
     * @param next where the next one begins; null after the last one
     */
    public record Part(List<Exported> found, @Nullable ExportPlace next) {}

    private final Accounts accounts;
    private final VerifiedAddresses addresses;
    private final Contacts contacts;
    private final Feed feed;
    private final PrivacyChoices privacy;
    private final Blocks blocks;

    Export(
            Accounts accounts,
            VerifiedAddresses addresses,
            Contacts contacts,
            Feed feed,
            PrivacyChoices privacy,
            Blocks blocks) {
        this.accounts = accounts;
        this.privacy = privacy;
        this.blocks = blocks;
        this.addresses = addresses;
        this.contacts = contacts;
        this.feed = feed;
    }

    /** What begins at a place. */
    public Part part(UUID user, ExportPlace place) {
        return switch (place) {
            case Beginning() -> account(user);
            case ExportPlace.Contacts(UUID after) -> contacts(user, after);
            case Kept(FeedPlace after) -> kept(user, after);
        };
    }

    private Part account(UUID user) {
        Account account = accounts.findById(user).orElseThrow(UnknownUser::problem);
        List<UUID> blocked = blocks.findAfter(user, BEFORE_ALL, Math.toIntExact(blocks.count(user) + 1)).stream()
                .map(block -> block.person().id())
                .toList();
        return new Part(
                List.of(new Exported.OfAccount(
                        account, addresses.of(user), privacy.find(user).orElse(Privacy.OPEN), blocked)),
                new ExportPlace.Contacts(BEFORE_ALL));
    }

    private Part contacts(UUID user, UUID after) {
        List<Contact> found = contacts.findAfter(user, after, AT_ONCE);
        return new Part(
                found.stream().<Exported>map(Exported.OfContact::new).toList(),
                found.size() < AT_ONCE
                        ? new Kept(FeedPlace.START)
                        : new ExportPlace.Contacts(found.getLast().person().id()));
    }

    private Part kept(UUID user, FeedPlace after) {
        FeedPage page = feed.after(user, after, AT_ONCE);
        return new Part(
                page.entries().stream()
                        .filter(Export::saysSomething)
                        .<Exported>map(Exported.OfEntry::new)
                        .toList(),
                page.more() ? new Kept(page.place()) : null);
    }

    /** Some entries are there for other devices to hear that something is gone. */
    private static boolean saysSomething(Entry entry) {
        return switch (entry) {
            case BroadcastList list -> list.name().isPresent();
            case MessageState message ->
                message.isHidden() || message.starredAt().isPresent();
            case ConversationState _ -> true;
        };
    }
}
