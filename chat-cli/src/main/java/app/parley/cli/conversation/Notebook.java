package app.parley.cli.conversation;

import app.parley.cli.frame.Content;
import app.parley.cli.home.Home;
import app.parley.cli.home.JsonFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that this device remembers: its conversations, and the messages that are still to be sent. For one thread. */
public final class Notebook {

    private final JsonFile<Page> file;
    private final ConversationLog log;
    private final Map<UUID, Conversation> conversations = new LinkedHashMap<>();
    private final Map<UUID, Messages> messages = new HashMap<>();
    private final SequencedMap<UUID, Outgoing> outbox = new LinkedHashMap<>();
    private @Nullable Recipient last;

    private Notebook(JsonFile<Page> file, ConversationLog log) {
        this.file = file;
        this.log = log;
    }

    /** The notebook of a home, empty in a new one. */
    public static Notebook open(Home home) {
        JsonFile<Page> file = home.file("notebook.json", Page.class);
        Notebook notebook = new Notebook(file, new ConversationLog(home.folder()));
        file.read().ifPresent(notebook::take);
        return notebook;
    }

    private void take(Page page) {
        page.conversations().forEach(state -> conversations.put(state.id(), new Conversation(state)));
        page.outbox().forEach(outgoing -> outbox.put(outgoing.id(), outgoing));
        last = page.last();
    }

    /** Writes everything but the log, which is written at once. */
    public void save() {
        file.write(new Page(
                conversations.values().stream().map(Conversation::state).toList(),
                List.copyOf(outbox.values()),
                last == null || last.isGroup() ? null : last.id(),
                last != null && last.isGroup() ? last.id() : null));
    }

    /**
     * Keeps an entry of a log, and says what it brings. It is on disk when this returns; what its author has deleted for
     * everybody is not any more.
     */
    public Told note(LogEntry entry) {
        Messages known = messages(entry.conversation());
        log.append(entry);
        Told told = known.add(entry);
        if (told instanceof Told.Changed changed
                && entry.said() instanceof Content.Delete
                && changed.message().from().equals(entry.from())) {
            log.forget(entry.conversation(), changed.message().seq());
        }
        return told;
    }

    /** What the messages of a conversation show now. */
    public Messages messages(UUID conversation) {
        return messages.computeIfAbsent(conversation, id -> new Messages(log.last(id, Messages.KEPT)));
    }

    public Conversation conversation(UUID id) {
        return conversations.computeIfAbsent(id, Conversation::new);
    }

    public Collection<Conversation> conversations() {
        return conversations.values();
    }

    /** The conversation with a user or in a group, if there is one yet. */
    public Optional<Conversation> with(Recipient recipient) {
        return recipient.isGroup()
                ? Optional.ofNullable(conversations.get(recipient.id()))
                : conversations.values().stream()
                        .filter(conversation -> recipient.id().equals(conversation.peer()))
                        .findFirst();
    }

    /** Who was talked to last. */
    public Optional<Recipient> last() {
        return Optional.ofNullable(last);
    }

    public void talkingTo(Recipient recipient) {
        last = recipient;
    }

    public void toSend(Outgoing outgoing) {
        outbox.put(outgoing.id(), outgoing);
    }

    /** The message that is to be sent next. */
    public Optional<Outgoing> nextToSend() {
        return outbox.values().stream().findFirst();
    }

    /** Takes a message out of those to be sent, once its fate is known. */
    public Optional<Outgoing> sent(UUID id) {
        return Optional.ofNullable(outbox.remove(id));
    }

    public List<Outgoing> outbox() {
        return new ArrayList<>(outbox.values());
    }

    /** The notebook as it is written. */
    record Page(
            List<ConversationState> conversations,
            List<Outgoing> outbox,
            @Nullable UUID lastPeer,
            @Nullable UUID lastGroup) {

        private @Nullable Recipient last() {
            if (lastGroup != null) {
                return Recipient.group(lastGroup);
            }
            return lastPeer == null ? null : Recipient.user(lastPeer);
        }
    }
}
