package app.parley.cli.terminal;

import app.parley.cli.client.ChatListener;
import app.parley.cli.client.ConnectionState;
import app.parley.cli.client.Device;
import app.parley.cli.client.History;
import app.parley.cli.client.Outcome;
import app.parley.cli.client.ParleyClient;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Message;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Tick;
import app.parley.cli.conversation.Told;
import app.parley.cli.frame.Content;
import app.parley.cli.frame.GroupChange;
import app.parley.cli.group.Groups;
import app.parley.cli.group.Partner;
import app.parley.cli.group.Partners;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the user sees: turns what the client tells into rows of the transcript and the status line. For one thread, on
 * which it may look people up.
 */
final class ChatView implements ChatListener {

    private final Transcript transcript;
    private final PeerStatus status;
    private final OwnTicks ticks;
    private final Partners partners;
    private final Groups groups;
    private final MessageLines lines;
    private final UUID self;
    private final ConnectionNotices connection;
    private final Whereabouts whereabouts;
    private final Set<Recipient> unseen = new HashSet<>();
    private @Nullable ParleyClient client;

    ChatView(Transcript transcript, PeerStatus status, Device device, Consumer<Outcome> onEnd) {
        this.transcript = transcript;
        this.status = status;
        this.ticks = new OwnTicks(transcript, status);
        this.partners = device.partners();
        this.groups = device.groups();
        this.self = device.session().user();
        this.lines = new MessageLines(transcript, ticks, device);
        this.connection = new ConnectionNotices(transcript, onEnd);
        this.whereabouts = new Whereabouts(device);
    }

    /** The client that tells this view, and is told by it what has been seen. */
    void attach(ParleyClient attached) {
        client = attached;
        whereabouts.attach(attached);
    }

    Optional<Partner> current() {
        return whereabouts.current();
    }

    /** From now on what is written goes to this partner, and what they write is read. */
    void open(Partner partner, History history) {
        whereabouts.talkingTo(partner);
        status.talkingTo(partner);
        transcript.startOver();
        show(history);
        unseen.remove(partner.recipient());
        history.messages().stream()
                .map(Told.New::entry)
                .filter(entry -> entry.change() != null || !entry.from().equals(self))
                .reduce((_, later) -> later)
                .ifPresent(this::seen);
        transcript.notice("You are talking to " + partner.described() + ".");
    }

    /** What is written goes to nobody. */
    void leave() {
        whereabouts.talkingTo(null);
        status.talkingTo(null);
    }

    /** Earlier messages, once more. */
    void recall(History history) {
        transcript.divider("earlier");
        transcript.startOver();
        transcript.withNumbers(() -> show(history));
        transcript.divider("now");
    }

    private void show(History history) {
        for (Told.New told : history.messages()) {
            LogEntry entry = told.entry();
            Optional<String> event = lines.event(told);
            if (event.isPresent()) {
                transcript.event(entry.at(), event.get());
            } else if (entry.from().equals(self)) {
                lines.own(told, history.standing().tick(entry.seq()), true);
            } else {
                lines.others(told, whereabouts.speaker(entry.from()), Line.Voice.PEER, true);
            }
        }
    }

    /** Messages are shown with their numbers, or not any more. */
    void switchNumbers() {
        transcript.notice(
                transcript.switchNumbers()
                        ? "What comes now has its number. /history shows those of what was before."
                        : "No numbers any more.");
    }

    /** Something own that the server does not have yet. What changes another message shows when it has happened. */
    void waiting(Outgoing outgoing) {
        if (outgoing.said() instanceof Content.About) {
            return;
        }
        Recipient to = outgoing.recipient();
        if (!whereabouts.isCurrent(to)) {
            transcript.notice("To " + whereabouts.name(to) + ":");
        }
        lines.waiting(outgoing, seq -> answered(to, seq));
    }

    private @Nullable Message answered(Recipient with, long seq) {
        return client == null
                ? null
                : client.ask(with, messages -> messages.at(seq)).join().orElse(null);
    }

    void notice(String text) {
        transcript.notice(text);
    }

    void warning(String text) {
        transcript.warning(text);
    }

    @Override
    public void connection(ConnectionState state) {
        status.connection(state);
        connection.connection(state);
    }

    @Override
    public void message(Told told, boolean waited) {
        if (waited) {
            connection.waited(told.entry());
        }
        switch (told) {
            case Told.New fresh -> fresh(fresh);
            case Told.Changed changed -> changed(changed);
            case Told.PassedOver over -> seenIfCurrent(over.entry());
        }
    }

    private void fresh(Told.New told) {
        LogEntry entry = told.entry();
        GroupChange change = entry.change();
        if (change != null) {
            groups.changed(entry.conversation(), change);
        }
        Optional<String> event = lines.event(told);
        if (event.isPresent()) {
            event(entry, event.get());
            if (change != null && whereabouts.isCurrent(Recipient.group(entry.conversation()))) {
                status.renamed(groups.nameOf(entry.conversation()));
            }
        } else if (entry.from().equals(self)) {
            fromOtherDevice(told);
        } else {
            from(told);
        }
    }

    private void changed(Told.Changed told) {
        boolean shown = lines.changed(told);
        if (shown && !connection.wasBefore(told.message().entry())) {
            seenIfCurrent(told.entry());
        } else {
            event(told.entry(), lines.sentence(told));
        }
    }

    private void event(LogEntry entry, String what) {
        Optional<Recipient> elsewhere = whereabouts.of(entry).filter(in -> !whereabouts.isCurrent(in));
        transcript.event(
                entry.at(),
                elsewhere.map(in -> whereabouts.name(in) + ": " + what).orElse(what));
        seenIfCurrent(entry);
    }

    private void seenIfCurrent(LogEntry entry) {
        boolean own = entry.change() == null && entry.from().equals(self);
        if (!own && whereabouts.of(entry).filter(whereabouts::isCurrent).isPresent()) {
            seen(entry);
        }
    }

    private void from(Told.New told) {
        LogEntry message = told.entry();
        Recipient in = whereabouts.of(message).filter(Recipient::isGroup).orElse(Recipient.user(message.from()));
        if (whereabouts.current().isEmpty()) {
            partners.find(in).ifPresent(this::adopt);
        }
        boolean ofCurrent = whereabouts.isCurrent(in);
        String speaker = whereabouts.speaker(message.from());
        lines.others(
                told,
                ofCurrent || !in.isGroup() ? speaker : speaker + " in " + groups.nameOf(in.id()),
                ofCurrent ? Line.Voice.PEER : Line.Voice.STRANGER,
                false);
        if (ofCurrent) {
            status.typing(speaker, false);
            seen(message);
        } else if (unseen.add(in)) {
            transcript.notice("To answer: " + whereabouts.command(in));
        }
    }

    private void fromOtherDevice(Told.New told) {
        whereabouts
                .of(told.entry())
                .filter(to -> !whereabouts.isCurrent(to))
                .ifPresent(to -> transcript.notice("To " + whereabouts.name(to) + ", from another of your devices:"));
        lines.own(told, Tick.SENT, false);
    }

    /** Somebody writes to a user who talks to nobody: that is whom they talk to. */
    private void adopt(Partner partner) {
        whereabouts.talkingTo(partner);
        status.talkingTo(partner);
        if (client != null) {
            client.talkTo(partner.recipient());
        }
        transcript.notice("You are talking to " + partner.described() + ".");
    }

    @Override
    public void synced(int messages) {
        connection.synced(messages);
    }

    @Override
    public void accepted(Outgoing message, Told told) {
        switch (told) {
            case Told.New _ -> ticks.accepted(message, told.entry());
            case Told.Changed changed -> changed(changed);
            case Told.PassedOver _ ->
                transcript.notice("Nothing changes here: that message was deleted, or is not on this device.");
        }
    }

    @Override
    public void refused(Outgoing message, String reason) {
        ticks.refused(message);
        transcript.warning((message.said() instanceof Content.About ? "Not done: " : "Not sent: ") + reason);
    }

    @Override
    public void receipt(UUID conversation, Standing standing) {
        ticks.receipt(conversation, standing);
    }

    @Override
    public void typing(Recipient to, UUID user, boolean typing) {
        if (whereabouts.isCurrent(to)) {
            status.typing(whereabouts.speaker(user), typing);
        }
    }

    @Override
    public void presence(UUID user, boolean online, @Nullable Instant lastSeen) {
        if (whereabouts.isCurrent(Recipient.user(user))) {
            status.presence(online, lastSeen);
        }
    }

    @Override
    public void complaint(String reason) {
        transcript.warning(reason);
    }

    private void seen(LogEntry message) {
        if (client != null) {
            client.read(message.conversation(), message.seq());
        }
    }

    /** How the other side is, in a sentence. */
    List<String> who() {
        return status.describe();
    }
}
