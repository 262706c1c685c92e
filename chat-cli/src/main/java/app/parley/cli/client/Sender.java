package app.parley.cli.client;

import app.parley.cli.conversation.Notebook;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.frame.ClientFrame;
import app.parley.cli.frame.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is to be sent, one message at a time: so that a message that has to be tried again is not overtaken by the
 * next one. Each keeps its id over all attempts, and stays in the notebook until its fate is known.
 */
final class Sender {

    /** A server that works answers long before. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

    private final Connection connection;
    private final Notebook notebook;
    private final EventLoop loop;
    private final Backoff backoff =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), RandomGenerator.getDefault());
    private @Nullable UUID underWay;
    private EventLoop.@Nullable Timer timer;

    Sender(Connection connection, Notebook notebook, EventLoop loop) {
        this.connection = connection;
        this.notebook = notebook;
        this.loop = loop;
    }

    /** There may be something to send. */
    void pump() {
        if (underWay != null || !connection.online()) {
            return;
        }
        notebook.nextToSend().ifPresent(next -> {
            underWay = next.id();
            timer = loop.after(ANSWER_TIMEOUT, this::again);
            connection.send(List.of(new ClientFrame.Send(next.id(), target(next.recipient()), next.content())));
        });
    }

    private static ClientFrame.Target target(Recipient recipient) {
        return recipient.isGroup()
                ? ClientFrame.Target.conversation(recipient.id())
                : ClientFrame.Target.user(recipient.id());
    }

    /** A new connection: what had no answer on the last one is sent again. */
    void restart() {
        settled();
        pump();
    }

    /** The server has the message. */
    Optional<Outgoing> accepted(UUID id) {
        backoff.reset();
        return done(id);
    }

    /** The server refused the message. Gives it back if that is for good. */
    Optional<Outgoing> refused(UUID id, ServerFrame.Refusal refusal) {
        if (!refusal.retryable()) {
            return done(id);
        }
        if (id.equals(underWay)) {
            cancelTimer();
            timer = loop.after(backoff.next(), this::again);
        }
        return Optional.empty();
    }

    /** What is under way will never do. */
    Optional<Outgoing> dropLast() {
        UUID last = underWay;
        return last == null ? Optional.empty() : done(last);
    }

    private Optional<Outgoing> done(UUID id) {
        Optional<Outgoing> outgoing = notebook.sent(id);
        if (id.equals(underWay)) {
            settled();
        }
        return outgoing;
    }

    private void again() {
        settled();
        pump();
    }

    private void settled() {
        underWay = null;
        cancelTimer();
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
