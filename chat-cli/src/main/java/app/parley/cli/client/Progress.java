package app.parley.cli.client;

import app.parley.cli.conversation.Conversation;
import app.parley.cli.conversation.Notebook;
import app.parley.cli.frame.ClientFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the server how far this device has received, and its user read. Both are cumulative: one word after a moment
 * does for all that came in it. What is said to be had is on disk before.
 */
final class Progress {

    private static final Duration DELAY = Duration.ofMillis(30);

    private final Connection connection;
    private final Notebook notebook;
    private final EventLoop loop;
    private final Runnable onFlush;
    private final Set<UUID> said = new HashSet<>();
    private boolean due;

    /** @param onFlush called whenever everything is on disk and said */
    Progress(Connection connection, Notebook notebook, EventLoop loop, Runnable onFlush) {
        this.connection = connection;
        this.notebook = notebook;
        this.loop = loop;
        this.onFlush = onFlush;
    }

    /** Something has changed. */
    void soon() {
        if (!due) {
            due = true;
            loop.after(DELAY, this::flush);
        }
    }

    /** Whether something has changed that is not on disk. */
    boolean isDue() {
        return due;
    }

    void read(UUID conversation, long seq) {
        notebook.conversation(conversation).read(seq);
        soon();
    }

    /** A new connection: what was said last on the one before may not have arrived. */
    void restart() {
        for (Conversation conversation : notebook.conversations()) {
            boolean talkedTo = notebook.last().isPresent() && notebook.last().equals(conversation.recipient());
            if (talkedTo || said.contains(conversation.id())) {
                conversation.sayAgain();
            }
        }
        said.clear();
    }

    void flush() {
        due = false;
        List<ClientFrame> frames = connection.online() ? news() : List.of();
        notebook.save();
        connection.send(frames);
        onFlush.run();
    }

    private List<ClientFrame> news() {
        List<ClientFrame> frames = new ArrayList<>();
        for (Conversation conversation : notebook.conversations()) {
            int before = frames.size();
            conversation
                    .takeAcknowledgement()
                    .ifPresent(seq -> frames.add(new ClientFrame.Ack(conversation.id(), seq)));
            conversation.takeRead().ifPresent(seq -> frames.add(new ClientFrame.Read(conversation.id(), seq)));
            if (frames.size() > before) {
                said.add(conversation.id());
            }
        }
        return frames;
    }
}
