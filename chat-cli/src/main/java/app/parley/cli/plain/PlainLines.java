package app.parley.cli.plain;

import app.parley.cli.client.ChatListener;
import app.parley.cli.client.ConnectionState;
import app.parley.cli.client.Outcome;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Told;
import app.parley.cli.frame.GroupChange;
import app.parley.cli.group.Group;
import app.parley.cli.message.MessageSentence;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens as a line of fields between tabs, the first of which says what it is. In texts a backslash, a
 * tab and a line break are written {@code \\}, {@code \t}, {@code \n}, and what else steers a terminal by its number, as
 * in {@code \u001b}. Groups go by their ids, since names change and
 * need not differ.
 */
final class PlainLines implements ChatListener {

    /** Control characters, and what turns the direction of a line. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}\u0080-\u009f\u2028-\u202e\u2066-\u2069]");

    private final PrintStream out;
    private final PrintStream err;
    private final Names names;
    private final Follower follower;
    private final EntryLine.Words entryLines;

    PlainLines(PrintStream out, PrintStream err, Names names, Follower follower) {
        this.out = out;
        this.err = err;
        this.names = names;
        this.follower = follower;
        this.entryLines = new EntryLine.Words(names);
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

        /** What messages say, and what is said about them, in words. */
        MessageSentence ofMessages();
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
    public void message(Told told, boolean waited) {
        LogEntry entry = told.entry();
        GroupChange change = entry.change();
        switch (told) {
            case Told.New _
            when change != null ->
                line(
                        "group-change",
                        entry.conversation(),
                        entry.seq(),
                        entry.at(),
                        names.ofChange(change, entry.from()));
            case Told.New fresh -> line(entry, entryLines.of(fresh));
            case Told.Changed changed -> line(entry, entryLines.of(changed));
            case Told.PassedOver _ -> {}
        }
        follower.shown(entry);
    }

    /** What somebody said, behind who said it, and where, and when. */
    private void line(LogEntry entry, EntryLine said) {
        List<Object> fields = new ArrayList<>();
        boolean group = isGroup(entry.conversation());
        if (group) {
            fields.add(entry.conversation());
        }
        fields.addAll(List.of(names.ofUser(entry.from()), entry.seq(), entry.at()));
        fields.addAll(said.fields());
        line((group ? "group-" : "") + said.kind(), fields.toArray());
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
    public void accepted(Outgoing message, Told told) {
        LogEntry entry = told.entry();
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
        String lines = text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
        return STEERING.matcher(lines)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
