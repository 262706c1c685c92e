package app.parley.offlinestore.conversation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a list of conversations shows of one: its last message, and how many a member has not read. */
final class Shown {

    /** Who has not read for longer than this many of them is told of a few too many. */
    private static final int MOST_QUIET = 512;

    private final TreeSet<Long> quiet = new TreeSet<>();
    private long lastSeq;
    private long lastAt;
    private @Nullable Message last;
    private @Nullable String edit;
    private long editSeq;

    /** Takes over what a state has. */
    void restore(Snapshot state) {
        lastSeq = state.lastShown();
        lastAt = state.lastShownAt();
        last = state.last();
        edit = state.edit();
        editSeq = state.editSeq();
        quiet.clear();
        quiet.addAll(state.quiet());
    }

    /** The last message that is shown at its own place; 0 if there never was one. */
    long lastSeq() {
        return lastSeq;
    }

    /** When that was sent, in milliseconds. */
    long lastAt() {
        return lastAt;
    }

    /** The same, or what is left of it if it is deleted; null if it is not kept. */
    @Nullable
    Message last() {
        return last;
    }

    /** The content of its last edit, or null. */
    @Nullable
    String edit() {
        return edit;
    }

    /** The sequence number of that edit. */
    long editSeq() {
        return editSeq;
    }

    List<Long> quiet() {
        return List.copyOf(quiet);
    }

    void add(Message message) {
        if (message.kind() != Kind.MESSAGE) {
            quiet.add(message.seq());
            if (quiet.size() > MOST_QUIET) {
                quiet.removeFirst();
            }
        }
        if (message.kind().isShown()) {
            lastSeq = message.seq();
            lastAt = message.at().toEpochMilli();
            last = message;
            edit = null;
        } else if (message.kind().isChange() && last != null && last.seq() == message.of()) {
            change(last, message);
        }
    }

    /** Somebody is to leave no trace. */
    void forget(Gone gone) {
        if (last != null) {
            Message left = gone.left(last);
            edit = last.equals(left) ? edit : null;
            last = left;
        }
    }

    private void change(Message shown, Message by) {
        if (by.kind() == Kind.EDIT) {
            edit = shown.isDeleted() ? null : by.content();
            editSeq = by.seq();
        } else {
            last = shown.without(Set.of(shown.seq()));
            edit = null;
        }
    }

    /** Messages before this one are not kept any more. */
    void dropBefore(long seq) {
        if (last != null && last.seq() < seq) {
            last = null;
            edit = null;
        }
    }

    /** How many messages up to this one a member has not read. */
    long unread(Member member, long to) {
        long from = member.seen() + 1;
        return from > to
                ? 0
                : member.stays().count(from, to)
                        - quiet.subSet(from, true, to, true).stream()
                                .filter(member.stays()::have)
                                .count();
    }
}
