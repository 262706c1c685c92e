package app.parley.cli.conversation;

import app.parley.cli.frame.Content;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a conversation show now. Entries may come in any order, and more than once: they count in the
 * order of their numbers. For one thread.
 */
public final class Messages {

    /** So many entries count; what is said about an older message is passed over. */
    static final int KEPT = 5000;

    private final TreeMap<Long, LogEntry> entries = new TreeMap<>();
    private final TreeMap<Long, Message> shown = new TreeMap<>();
    private final Set<Long> passedOver = new HashSet<>();

    public Messages(Collection<LogEntry> kept) {
        kept.forEach(this::add);
    }

    /** Takes an entry in, and says what it brings. */
    public Told add(LogEntry entry) {
        if (entries.putIfAbsent(entry.seq(), entry) == null) {
            boolean nothingAboutIt = passedOver.isEmpty() && !(entry.said() instanceof Content.About);
            if (entries.lastKey() == entry.seq() || nothingAboutIt) {
                apply(entry);
            } else {
                startOver();
            }
        }
        Told told = told(entry);
        if (entries.size() > KEPT) {
            long eldest = entries.pollFirstEntry().getKey();
            shown.remove(eldest);
            passedOver.remove(eldest);
        }
        return told;
    }

    /** The message at a place. */
    public Optional<Message> at(long seq) {
        return Optional.ofNullable(shown.get(seq));
    }

    /** The last message of which this is true. */
    public Optional<Message> last(Predicate<Message> condition) {
        return shown.descendingMap().values().stream().filter(condition).findFirst();
    }

    /** The last of what is shown by itself, in order. */
    public List<Told.New> last(int count) {
        return shown.descendingMap().values().stream()
                .limit(count)
                .map(this::withAnswered)
                .toList()
                .reversed();
    }

    /** The first place that counts, or nothing if there is none. */
    public Optional<Long> first() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.firstKey());
    }

    private void startOver() {
        shown.clear();
        passedOver.clear();
        entries.values().forEach(this::apply);
    }

    private void apply(LogEntry entry) {
        if (entry.change() != null || !(entry.said() instanceof Content.About about)) {
            shown.put(entry.seq(), Message.of(entry));
            return;
        }
        Message before = shown.get(about.of());
        Message now = before == null ? null : before.after(entry, about);
        if (now == null) {
            passedOver.add(entry.seq());
        } else {
            shown.put(about.of(), now);
        }
    }

    private Told told(LogEntry entry) {
        Message own = shown.get(entry.seq());
        if (own != null) {
            return withAnswered(own);
        }
        Message changed = entry.said() instanceof Content.About about ? shown.get(about.of()) : null;
        return changed == null || passedOver.contains(entry.seq())
                ? new Told.PassedOver(entry)
                : new Told.Changed(entry, changed);
    }

    private Told.New withAnswered(Message message) {
        Long replyTo = message.marks().replyTo();
        @Nullable Message answered = replyTo == null ? null : shown.get(replyTo);
        return new Told.New(message, answered);
    }
}
