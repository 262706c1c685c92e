package app.parley.cli.terminal;

import app.parley.cli.client.ChatListener;
import app.parley.cli.client.ConnectionState;
import app.parley.cli.client.Outcome;
import app.parley.cli.client.ParleyClient;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Tick;
import app.parley.cli.session.People;
import app.parley.cli.session.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final People people;
    private final UUID self;
    private final Consumer<Outcome> onEnd;
    private final Map<UUID, TreeMap<Long, UUID>> unread = new HashMap<>();
    private final Map<UUID, LogEntry> unseen = new HashMap<>();
    private @Nullable ParleyClient client;
    private @Nullable Person current;
    private @Nullable UUID lastOwn;
    private boolean catchingUp;
    private boolean toldOffline;

    ChatView(Transcript transcript, PeerStatus status, People people, UUID self, Consumer<Outcome> onEnd) {
        this.transcript = transcript;
        this.status = status;
        this.people = people;
        this.self = self;
        this.onEnd = onEnd;
    }

    /** The client that tells this view, and is told by it what has been seen. */
    void attach(ParleyClient attached) {
        client = attached;
    }

    Optional<Person> current() {
        return Optional.ofNullable(current);
    }

    /** From now on what is written goes to this person, and what they write is read. */
    void open(Person person, ParleyClient.History history) {
        current = person;
        status.talkingTo(person.handle());
        transcript.startOver();
        show(history);
        unseen.remove(person.id());
        history.messages().stream()
                .filter(entry -> !entry.from().equals(self))
                .reduce((_, later) -> later)
                .ifPresent(this::seen);
        transcript.notice("You are talking to " + nameOf(person) + ".");
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
            if (entry.from().equals(self)) {
                own(entry, history.standing().tick(entry.seq()));
            } else {
                transcript.message(people.handleOf(entry.from()), Transcript.Voice.PEER, entry.at(), entry.text());
            }
        }
    }

    /** An own message that the server does not have yet. */
    void waiting(Outgoing outgoing) {
        transcript.own(outgoing.id(), outgoing.at(), outgoing.text(), Tick.WAITING);
        lastOwn = outgoing.id();
        status.lastTick(Tick.WAITING);
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
        if (message.from().equals(self)) {
            fromOtherDevice(message);
            return;
        }
        if (current == null) {
            people.find(message.from()).ifPresent(this::adopt);
        }
        boolean ofCurrent = current != null && current.id().equals(message.from());
        transcript.message(
                people.handleOf(message.from()),
                ofCurrent ? Transcript.Voice.PEER : Transcript.Voice.STRANGER,
                message.at(),
                message.text());
        if (ofCurrent) {
            status.typing(false);
            seen(message);
        } else if (unseen.put(message.from(), message) == null) {
            transcript.notice("To answer: /to " + people.handleOf(message.from()));
        }
    }

    private void fromOtherDevice(LogEntry message) {
        Optional<UUID> to = client == null
                ? Optional.empty()
                : client.peer(message.conversation()).join();
        to.or(() -> people.otherSide(message.conversation()))
                .filter(user -> current == null || !current.id().equals(user))
                .ifPresent(
                        user -> transcript.notice("To " + people.handleOf(user) + ", from another of your devices:"));
        own(message, Tick.SENT);
    }

    /** Somebody writes to a user who talks to nobody: that is whom they talk to. */
    private void adopt(Person person) {
        current = person;
        status.talkingTo(person.handle());
        if (client != null) {
            client.talkTo(person.id());
        }
        transcript.notice("You are talking to " + nameOf(person) + ".");
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
        track(entry);
        tick(message.id(), Tick.SENT);
    }

    @Override
    public void refused(Outgoing message, String reason) {
        tick(message.id(), Tick.FAILED);
        transcript.warning("Not sent: " + reason);
    }

    @Override
    public void receipt(UUID conversation, Standing standing) {
        TreeMap<Long, UUID> own = unread.getOrDefault(conversation, new TreeMap<>());
        own.headMap(standing.delivered(), true).forEach((seq, id) -> tick(id, standing.tick(seq)));
        own.headMap(standing.read(), true).clear();
    }

    @Override
    public void typing(UUID user, boolean typing) {
        if (current != null && current.id().equals(user)) {
            status.typing(typing);
        }
    }

    @Override
    public void presence(UUID user, boolean online, @Nullable Instant lastSeen) {
        if (current != null && current.id().equals(user)) {
            status.presence(online, lastSeen);
        }
    }

    @Override
    public void complaint(String reason) {
        transcript.warning(reason);
    }

    private void own(LogEntry entry, Tick tick) {
        transcript.own(entry.id(), entry.at(), entry.text(), tick);
        track(entry);
        lastOwn = entry.id();
        status.lastTick(tick);
    }

    private void track(LogEntry entry) {
        unread.computeIfAbsent(entry.conversation(), _ -> new TreeMap<>()).put(entry.seq(), entry.id());
    }

    private void tick(UUID id, Tick tick) {
        boolean shown = transcript.tick(id, tick);
        if (id.equals(lastOwn) || !shown) {
            status.lastTick(tick);
        }
    }

    private void seen(LogEntry message) {
        if (client != null) {
            client.read(message.conversation(), message.seq());
        }
    }

    private static String nameOf(Person person) {
        return person.displayName().equals(person.handle())
                ? person.handle()
                : person.displayName() + " (" + person.handle() + ")";
    }

    /** How the other side is, in a sentence. */
    List<String> who() {
        return status.describe();
    }
}
