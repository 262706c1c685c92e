package app.parley.cli.terminal;

import app.parley.cli.client.Device;
import app.parley.cli.client.ParleyClient;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.group.Groups;
import app.parley.cli.group.Partner;
import app.parley.cli.session.People;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the user talks to, where something was said, and what to call everybody. */
final class Whereabouts {

    private final People people;
    private final Groups groups;
    private @Nullable ParleyClient client;
    private @Nullable Partner current;

    Whereabouts(Device device) {
        this.people = device.people();
        this.groups = device.groups();
    }

    void attach(ParleyClient attached) {
        client = attached;
    }

    Optional<Partner> current() {
        return Optional.ofNullable(current);
    }

    void talkingTo(@Nullable Partner partner) {
        current = partner;
    }

    boolean isCurrent(Recipient recipient) {
        return current != null && current.recipient().equals(recipient);
    }

    /** To whom an entry is, or nothing if that cannot be found out now. */
    Optional<Recipient> of(LogEntry entry) {
        if (entry.change() != null) {
            return Optional.of(Recipient.group(entry.conversation()));
        }
        Optional<Recipient> known = client == null
                ? Optional.empty()
                : client.recipient(entry.conversation()).join();
        return known.or(() -> people.otherSide(entry.conversation()).map(Recipient::user));
    }

    String name(Recipient recipient) {
        return recipient.isGroup() ? groups.nameOf(recipient.id()) : people.handleOf(recipient.id());
    }

    /** How to talk to them. */
    String command(Recipient recipient) {
        return (recipient.isGroup() ? "/open " : "/to ") + name(recipient);
    }

    /** In a group it is the name that tells people apart best; who is talked to alone is called as with {@code /to}. */
    String speaker(UUID user) {
        return current instanceof Partner.Many ? people.nameOf(user) : people.handleOf(user);
    }
}
