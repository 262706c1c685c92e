package app.parley.cli.plain;

import app.parley.cli.client.ChatListener;
import app.parley.cli.client.ConnectionState;
import app.parley.cli.client.Outcome;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Standing;
import java.io.PrintStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens as a line of fields between tabs, the first of which says what it is. In texts a backslash, a
 * tab and a line break are written {@code \\}, {@code \t}, {@code \n}.
 */
final class PlainLines implements ChatListener {

    private final PrintStream out;
    private final PrintStream err;
    private final Names names;
    private final Follower follower;

    PlainLines(PrintStream out, PrintStream err, Names names, Follower follower) {
        this.out = out;
        this.err = err;
        this.names = names;
        this.follower = follower;
    }

    /** Who acts on what happens. */
    interface Follower {

        void shown(LogEntry message);

        /** An own message is settled: accepted, or refused for good. */
        void settled(boolean accepted);

        void ended(Outcome outcome);
    }

    /** What to call people. */
    interface Names {

        String ofUser(UUID user);

        /** The other side of a conversation. */
        String ofPeer(UUID conversation);
    }

    @Override
    public void connection(ConnectionState state) {
        switch (state) {
            case ConnectionState.Connecting _, ConnectionState.Online _ -> {}
            case ConnectionState.Waiting waiting -> err.println("not connected: " + waiting.reason());
            case ConnectionState.Ended ended -> {
                err.println(ended.reason());
                follower.ended(ended.outcome());
            }
        }
    }

    @Override
    public void message(LogEntry message, boolean waited) {
        line("message", names.ofUser(message.from()), message.seq(), message.at(), message.text());
        follower.shown(message);
    }

    @Override
    public void synced(int messages) {
        line("synced", messages);
    }

    @Override
    public void accepted(Outgoing message, LogEntry entry) {
        line("accepted", names.ofUser(message.to()), entry.seq(), entry.at(), message.id());
        follower.settled(true);
    }

    @Override
    public void refused(Outgoing message, String reason) {
        line("refused", names.ofUser(message.to()), message.id(), reason);
        follower.settled(false);
    }

    @Override
    public void receipt(UUID conversation, Standing standing) {
        line("receipt", names.ofPeer(conversation), standing.delivered(), standing.read());
    }

    @Override
    public void typing(UUID user, boolean typing) {
        line("typing", names.ofUser(user), typing ? "started" : "stopped");
    }

    @Override
    public void presence(UUID user, boolean online, @Nullable Instant lastSeen) {
        line("presence", names.ofUser(user), online ? "online" : "offline", lastSeen == null ? "" : lastSeen);
    }

    @Override
    public void complaint(String reason) {
        err.println(reason);
    }

    private void line(String what, Object... fields) {
        StringBuilder line = new StringBuilder(what);
        for (Object field : fields) {
            line.append('\t').append(escaped(field.toString()));
        }
        out.println(line);
        out.flush();
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
