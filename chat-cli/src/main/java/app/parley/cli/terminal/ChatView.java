package app.parley.cli.terminal;

import app.parley.cli.client.ChatListener;
import app.parley.cli.client.ConnectionState;
import app.parley.cli.client.Device;
import app.parley.cli.client.Outcome;
import app.parley.cli.client.ParleyClient;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Tick;
import app.parley.cli.frame.GroupChange;
import app.parley.cli.group.ChangeSentence;
import app.parley.cli.group.Groups;
import app.parley.cli.group.Partner;
import app.parley.cli.group.Partners;
import app.parley.cli.session.People;
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
    private final People people;
    private final Groups groups;
    private final ChangeSentence sentence;
    private final UUID self;
    private final Consumer<Outcome> onEnd;
    private final Set<Recipient> unseen = new HashSet<>();
    private @Nullable ParleyClient client;
    private @Nullable Partner current;
    private boolean catchingUp;
    private boolean toldOffline;

    ChatView(Transcript transcript, PeerStatus status, Device device, Consumer<Outcome> onEnd) {
        this.transcript = transcript;
        this.status = status;
        this.ticks = new OwnTicks(transcript, status);
        this.partners = device.partners();
        this.people = device.people();
        this.groups = device.groups();
        this.self = device.session().user();
        this.sentence = new ChangeSentence(people, self);
        this.onEnd = onEnd;
    }

    /** The client that tells this view, and is told by it what has been seen. */
    void attach(ParleyClient attached) {
        client = attached;
    }

    Optional<Partner> current() {
        return Optional.ofNullable(current);
    }

    /** From now on what is written goes to this partner, and what they write is read. */
    void open(Partner partner, ParleyClient.History history) {
        current = partner;
        status.talkingTo(partner);
        transcript.startOver();
        show(history);
        unseen.remove(partner.recipient());
        history.messages().stream()
                .filter(entry -> entry.change() != null || !entry.from().equals(self))
                .reduce((_, later) -> later)
                .ifPresent(this::seen);
        transcript.notice("You are talking to " + partner.described() + ".");
    }

    /** What is written goes to nobody. */
    void leave() {
        current = null;
        status.talkingTo(null);
    }

    /** Earlier messages, once more. */
    void recall(ParleyClient.History history) {
        transcript.divider("earlier");
        transcript.startOver();
        show(history);
        transcript.divider("now");
    }

    private void show(ParleyClient.History history) {
        for (LogEntry entry : history.messages()) {
            GroupChange change = entry.change();
            if (change != null) {
                transcript.event(entry.at(), sentence.of(change, entry.from()));
            } else if (entry.from().equals(self)) {
                ticks.show(entry, history.standing().tick(entry.seq()));
            } else {
                transcript.message(speaker(entry.from()), Transcript.Voice.PEER, entry.at(), entry.shown());
            }
        }
    }

    /** An own message that the server does not have yet. */
    void waiting(Outgoing outgoing) {
        ticks.waiting(outgoing);
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
        switch (state) {
            case ConnectionState.Connecting _ -> {}
            case ConnectionState.Online _ -> {
                catchingUp = false;
                if (toldOffline) {
                    transcript.notice("Connected again.");
                }
                toldOffline = false;
            }
            case ConnectionState.Waiting waiting -> {
                if (!toldOffline) {
                    toldOffline = true;
                    transcript.warning(
                            "Not connected: " + waiting.reason() + ". What you write is kept and sent later.");
                }
            }
            case ConnectionState.Ended ended -> {
                transcript.warning(ended.reason());
                onEnd.accept(ended.outcome());
            }
        }
    }

    @Override
    public void message(LogEntry message, boolean waited) {
        if (waited && !catchingUp) {
            catchingUp = true;
            transcript.divider("while you were away");
        }
        GroupChange change = message.change();
        if (change != null) {
            changed(message, change);
        } else if (message.from().equals(self)) {
            fromOtherDevice(message);
        } else {
            from(message);
        }
    }

    private void changed(LogEntry message, GroupChange change) {
        UUID group = message.conversation();
        groups.changed(group, change);
        String what = sentence.of(change, message.from());
        if (isCurrent(Recipient.group(group))) {
            transcript.event(message.at(), what);
            status.renamed(groups.nameOf(group));
            seen(message);
        } else {
            transcript.event(message.at(), groups.nameOf(group) + ": " + what);
        }
    }

    private void from(LogEntry message) {
        Recipient in = where(message).filter(Recipient::isGroup).orElse(Recipient.user(message.from()));
        if (current == null) {
            partners.find(in).ifPresent(this::adopt);
        }
        boolean ofCurrent = isCurrent(in);
        String speaker = speaker(message.from());
        transcript.message(
                ofCurrent || !in.isGroup() ? speaker : speaker + " in " + groups.nameOf(in.id()),
                ofCurrent ? Transcript.Voice.PEER : Transcript.Voice.STRANGER,
                message.at(),
                message.shown());
        if (ofCurrent) {
            status.typing(speaker, false);
            seen(message);
        } else if (unseen.add(in)) {
            transcript.notice("To answer: " + command(in));
        }
    }

    private void fromOtherDevice(LogEntry message) {
        where(message)
                .filter(to -> !isCurrent(to))
                .ifPresent(to -> transcript.notice("To "
                        + (to.isGroup() ? groups.nameOf(to.id()) : people.handleOf(to.id()))
                        + ", from another of your devices:"));
        ticks.show(message, Tick.SENT);
    }

    private Optional<Recipient> where(LogEntry message) {
        Optional<Recipient> known = client == null
                ? Optional.empty()
                : client.recipient(message.conversation()).join();
        return known.or(() -> people.otherSide(message.conversation()).map(Recipient::user));
    }

    private boolean isCurrent(Recipient recipient) {
        return current != null && current.recipient().equals(recipient);
    }

    private String command(Recipient recipient) {
        return recipient.isGroup()
                ? "/open " + groups.nameOf(recipient.id())
                : "/to " + people.handleOf(recipient.id());
    }

    /** Somebody writes to a user who talks to nobody: that is whom they talk to. */
    private void adopt(Partner partner) {
        current = partner;
        status.talkingTo(partner);
        if (client != null) {
            client.talkTo(partner.recipient());
        }
        transcript.notice("You are talking to " + partner.described() + ".");
    }

    @Override
    public void synced(int messages) {
        if (catchingUp) {
            transcript.divider(messages == 1 ? "1 message, now live" : messages + " messages, now live");
            catchingUp = false;
        }
    }

    @Override
    public void accepted(Outgoing message, LogEntry entry) {
        ticks.accepted(entry);
    }

    @Override
    public void refused(Outgoing message, String reason) {
        ticks.refused(message);
        transcript.warning("Not sent: " + reason);
    }

    @Override
    public void receipt(UUID conversation, Standing standing) {
        ticks.receipt(conversation, standing);
    }

    @Override
    public void typing(Recipient to, UUID user, boolean typing) {
        if (isCurrent(to)) {
            status.typing(speaker(user), typing);
        }
    }

    @Override
    public void presence(UUID user, boolean online, @Nullable Instant lastSeen) {
        if (isCurrent(Recipient.user(user))) {
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

    /** In a group it is the name that tells people apart best; who is talked to alone is called as with {@code /to}. */
    private String speaker(UUID user) {
        return current instanceof Partner.Many ? people.nameOf(user) : people.handleOf(user);
    }

    /** How the other side is, in a sentence. */
    List<String> who() {
        return status.describe();
    }
}
