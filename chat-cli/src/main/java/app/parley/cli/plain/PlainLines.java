package app.parley.cli.plain;

import app.parley.cli.client.ChatListener;
import app.parley.cli.client.ConnectionState;
import app.parley.cli.client.Outcome;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.frame.GroupChange;
import app.parley.cli.group.Group;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens as a line of fields between tabs, the first of which says what it is. In texts a backslash, a
 * tab and a line break are written {@code \\}, {@code \t}, {@code \n}. Groups go by their ids, since names change and
 * need not differ.
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

        /** Whom the messages of a conversation are for, if that can be found out. */
        Optional<Recipient> ofConversation(UUID conversation);

        /** A change of a group in words. */
        String ofChange(GroupChange change, UUID from);
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
        UUID conversation = message.conversation();
        GroupChange change = message.change();
        String from = names.ofUser(message.from());
        if (change != null) {
            line("group-change", conversation, message.seq(), message.at(), names.ofChange(change, message.from()));
        } else if (isGroup(conversation)) {
            line("group-message", conversation, from, message.seq(), message.at(), message.shown());
        } else {
            line("message", from, message.seq(), message.at(), message.shown());
        }
        follower.shown(message);
    }

    private boolean isGroup(UUID conversation) {
        return names.ofConversation(conversation).filter(Recipient::isGroup).isPresent();
    }

    private String name(Recipient recipient) {
        return recipient.isGroup() ? recipient.id().toString() : names.ofUser(recipient.id());
    }

    /** The user talks to this group now. */
    void opened(Group group) {
        line("group", group.id(), group.name());
    }

    /** An answer to a command. */
    void said(String text) {
        line("said", text);
    }

    @Override
    public void synced(int messages) {
        line("synced", messages);
    }

    @Override
    public void accepted(Outgoing message, LogEntry entry) {
        line("accepted", name(message.recipient()), entry.seq(), entry.at(), message.id());
        follower.settled(true);
    }

    @Override
    public void refused(Outgoing message, String reason) {
        line("refused", name(message.recipient()), message.id(), reason);
        follower.settled(false);
    }

    @Override
    public void receipt(UUID conversation, Standing standing) {
        String whose = names.ofConversation(conversation).map(this::name).orElseGet(conversation::toString);
        line("receipt", whose, standing.delivered(), standing.read());
    }

    @Override
    public void typing(Recipient to, UUID user, boolean typing) {
        String what = typing ? "started" : "stopped";
        if (to.isGroup()) {
            line("group-typing", to.id(), names.ofUser(user), what);
        } else {
            line("typing", names.ofUser(user), what);
        }
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
