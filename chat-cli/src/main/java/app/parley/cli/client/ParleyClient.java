package app.parley.cli.client;

import app.parley.cli.conversation.Conversation;
import app.parley.cli.conversation.Messages;
import app.parley.cli.conversation.Notebook;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.frame.ClientFrame;
import app.parley.cli.frame.Content;
import app.parley.cli.frame.ServerFrame;
import app.parley.cli.frame.TimeOrderedIds;
import app.parley.cli.session.Session;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A device of a user, connected as long as the server lets it. Its methods may be called from any thread; everything
 * happens on one event loop, where the {@link ChatListener} is told, too.
 */
public final class ParleyClient implements AutoCloseable {

    private static final Duration GOODBYE_TIMEOUT = Duration.ofSeconds(2);

    private final Notebook notebook;
    private final ChatListener listener;
    private final EventLoop loop;
    private final Connection connection;
    private final Sender sender;
    private final Pulls pulls;
    private final Inbox inbox;
    private final Progress progress;
    private final Set<UUID> watched = new HashSet<>();
    private final List<CompletableFuture<Void>> waiters = new ArrayList<>();
    private boolean synced;
    private volatile int textLimit = 10_000;

    public ParleyClient(
            HttpClient http, URI server, Session session, Notebook notebook, ChatListener listener, Timing timing) {
        this.notebook = notebook;
        this.listener = listener;
        this.loop = new EventLoop("parley-client", this::failed);
        Backoff backoff = new Backoff(timing.firstRetry(), timing.longestRetry(), RandomGenerator.getDefault());
        this.connection = new Connection(http, server, session, loop, backoff, new Events());
        this.sender = new Sender(connection, notebook, loop);
        this.pulls = new Pulls(connection, loop);
        this.progress = new Progress(connection, notebook, loop, this::tellWaiters);
        this.inbox = new Inbox(notebook, sender, pulls, session.user(), listener);
    }

    /** How soon a lost connection is tried again, and how rarely at last. */
    public record Timing(Duration firstRetry, Duration longestRetry) {

        /** For use by people. */
        public static final Timing STANDARD = new Timing(Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    public void start() {
        loop.execute(connection::start);
    }

    /** Sends a text, now or when there is a connection. Answers with the message as it waits. */
    public Outgoing send(Recipient to, String text) {
        return send(to, new Content.Text(text).written());
    }

    /** The same with any content. */
    public Outgoing send(Recipient to, JsonNode content) {
        Outgoing outgoing = new Outgoing(TimeOrderedIds.next(), to.id(), to.isGroup(), content, Instant.now());
        loop.execute(() -> {
            notebook.toSend(outgoing);
            sender.pump();
            progress.soon();
        });
        return outgoing;
    }

    /** The user has seen a conversation up to here. */
    public void read(UUID conversation, long seq) {
        loop.execute(() -> progress.read(conversation, seq));
    }

    /** These are groups: what comes in them is not of one other side. */
    public void knowGroups(Collection<UUID> conversations) {
        loop.execute(() -> conversations.forEach(id -> notebook.conversation(id).becomeGroup()));
    }

    /** The user types to somebody, or stopped. It is only told in a conversation that has begun. */
    public void typing(Recipient to, boolean typing) {
        loop.execute(() -> notebook.with(to)
                .ifPresent(conversation -> connection.send(
                        List.of(new ClientFrame.Typing(conversation.id(), typing ? "started" : "stopped")))));
    }

    /** From now on the user is told whether this one is there; of a group nobody is watched. */
    public void talkTo(Recipient recipient) {
        loop.execute(() -> {
            notebook.talkingTo(recipient);
            boolean watchedBefore = !watched.isEmpty();
            watched.clear();
            if (!recipient.isGroup()) {
                watched.add(recipient.id());
            }
            if (watchedBefore || !watched.isEmpty()) {
                watch();
            }
            progress.soon();
        });
    }

    /** The last messages with somebody, from this device's log and, where that is short, from the server's. */
    public CompletableFuture<History> history(Recipient with, int count) {
        CompletableFuture<History> answer = new CompletableFuture<>();
        loop.execute(() -> notebook.with(with)
                .ifPresentOrElse(
                        conversation -> recall(conversation, count, answer), () -> answer.complete(History.NONE)));
        return answer;
    }

    private void recall(Conversation conversation, int count, CompletableFuture<History> answer) {
        Messages messages = notebook.messages(conversation.id());
        int missing = count - messages.last(count).size();
        CompletableFuture<?> older = missing == 0
                ? CompletableFuture.completedFuture(null)
                : pulls.before(conversation.id(), messages.first().orElse(conversation.position() + 1), missing);
        var _ = older.thenAccept(_ -> answer.complete(new History(messages.last(count), conversation.standing())));
    }

    /** Asks something of the messages with somebody: of none if there is no conversation yet. */
    public <T> CompletableFuture<T> ask(Recipient with, Function<Messages, T> question) {
        return ask(() -> question.apply(notebook.with(with)
                .map(conversation -> notebook.messages(conversation.id()))
                .orElseGet(() -> new Messages(List.of()))));
    }

    /** Whom a message in a conversation is for, if that is known. */
    public CompletableFuture<Optional<Recipient>> recipient(UUID conversation) {
        return ask(() -> notebook.conversation(conversation).recipient());
    }

    /** Who was talked to last, and what is still to be sent. */
    public CompletableFuture<Remembered> remembered() {
        return ask(() -> new Remembered(notebook.last(), notebook.outbox()));
    }

    /** What a device remembers from its last run. */
    public record Remembered(Optional<Recipient> last, List<Outgoing> unsent) {}

    /** The longest text that the server takes, in code points. */
    public int textLimit() {
        return textLimit;
    }

    /** Complete when everything that waited has come, and everything that was to be sent is sent. */
    public CompletableFuture<Void> settled() {
        CompletableFuture<Void> waiter = new CompletableFuture<>();
        loop.execute(() -> {
            waiters.add(waiter);
            tellWaiters();
        });
        return waiter;
    }

    /** Says what is to be said, and hangs up. */
    @Override
    public void close() {
        CompletableFuture<Void> goodbye = new CompletableFuture<>();
        loop.execute(() -> {
            progress.flush();
            var _ = connection.stop().whenComplete((said, failure) -> goodbye.complete(null));
        });
        try {
            goodbye.get(GOODBYE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // the server does not listen any more; all that matters is on disk
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            loop.close();
        }
    }

    private <T> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.execute(() -> answer.complete(question.get()));
        return answer;
    }

    private void welcome(ServerFrame.Welcome welcome) {
        textLimit = welcome.limits().textCharacters();
        inbox.begin();
        if (!watched.isEmpty()) {
            watch();
        }
        progress.restart();
        for (Conversation conversation : notebook.conversations()) {
            if (conversation.hasUnticked()) {
                pulls.receipts(conversation.id());
            }
            pulls.suspect(conversation);
        }
        sender.restart();
    }

    private void watch() {
        connection.send(List.of(new ClientFrame.Watch(List.copyOf(watched))));
    }

    private void typing(ServerFrame.Typing typing) {
        Recipient group = Recipient.group(typing.conversation());
        boolean inGroup = notebook.with(group).map(Conversation::isGroup).orElse(false);
        listener.typing(
                inGroup ? group : Recipient.user(typing.user()),
                typing.user(),
                !typing.state().equals("stopped"));
    }

    private void refusal(ServerFrame.Refusal refusal) {
        Optional<UUID> ref = refusal.refId();
        ref.ifPresent(refusal.code().equals(RefusalWords.UNKNOWN_CONVERSATION) ? inbox::notPulled : pulls::refused);
        Optional<Outgoing> lost = ref.flatMap(id -> sender.refused(id, refusal));
        lost.ifPresent(outgoing -> listener.refused(outgoing, RefusalWords.of(refusal, outgoing)));
        if (ref.isEmpty() && !refusal.retryable()) {
            listener.complaint(refusal.reason());
        }
    }

    private void tellWaiters() {
        if (synced && !progress.isDue() && notebook.nextToSend().isEmpty()) {
            waiters.forEach(waiter -> waiter.complete(null));
            waiters.clear();
        }
    }

    private void failed(RuntimeException failure) {
        listener.connection(new ConnectionState.Ended(
                Outcome.FAILED, Optional.ofNullable(failure.getMessage()).orElse(failure.toString())));
    }

    private final class Events implements Connection.Listener {

        @Override
        public void state(ConnectionState state) {
            if (!(state instanceof ConnectionState.Online)) {
                synced = false;
                pulls.lost();
            }
            listener.connection(state);
        }

        @Override
        public void frame(ServerFrame frame) {
            switch (frame) {
                case ServerFrame.Welcome welcome -> welcome(welcome);
                case ServerFrame.Accepted accepted -> inbox.accepted(accepted);
                case ServerFrame.Message message -> inbox.message(message);
                case ServerFrame.Pulled pulled -> inbox.pulled(pulled);
                case ServerFrame.Receipt receipt -> inbox.receipt(receipt);
                case ServerFrame.Synced _ -> {
                    inbox.synced();
                    synced = true;
                }
                case ServerFrame.Typing typing -> typing(typing);
                case ServerFrame.Presence presence ->
                    listener.presence(presence.user(), presence.online(), presence.lastSeen());
                case ServerFrame.Refusal refusal -> refusal(refusal);
                case ServerFrame.Pong _, ServerFrame.Bye _, ServerFrame.Unknown _ -> {
                    return;
                }
            }
            sender.pump();
            progress.soon();
        }

        @Override
        public void lastWasTooLarge() {
            sender.dropLast().ifPresent(outgoing -> listener.refused(outgoing, "It is larger than the server takes."));
        }
    }
}
