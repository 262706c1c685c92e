package app.parley.cli.conversation;

import app.parley.cli.frame.Content;
import app.parley.cli.frame.Marks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is to be shown now, after what was said about it.
 *
 * @param entry as it came first
 * @param content what it says now
 * @param reactions of each user the latest
 * @param votes the places of the options that each user has chosen last
 */
public record Message(
        LogEntry entry,
        Content content,
        Marks marks,
        boolean edited,
        boolean pinned,
        Map<UUID, String> reactions,
        Map<UUID, List<Integer>> votes) {

    static Message of(LogEntry entry) {
        return new Message(entry, entry.said(), Marks.read(entry.content()), false, false, Map.of(), Map.of());
    }

    public long seq() {
        return entry.seq();
    }

    public UUID from() {
        return entry.from();
    }

    public boolean isDeleted() {
        return content instanceof Content.Deleted;
    }

    /** Whether somebody wrote it, and it is still there: that can be answered, changed, passed on. */
    public boolean isWritten() {
        return entry.change() == null && !isDeleted() && !(content instanceof Content.Timer);
    }

    /** This message after {@code by}, which is about it, or null if that changes nothing. */
    @Nullable
    Message after(LogEntry by, Content.About about) {
        if (!isWritten()) {
            return null;
        }
        return switch (about) {
            case Content.Reaction reaction ->
                with(content, edited, pinned, changed(reactions, by.from(), reaction.emoji(), ""), votes);
            case Content.Edit edit ->
                by.from().equals(from()) && !(edit.content() instanceof Content.About)
                        ? with(edit.content(), true, pinned, reactions, votes)
                        : null;
            case Content.Gone _ -> null;
            case Content.Delete _ -> with(new Content.Deleted(), false, false, Map.of(), Map.of());
            case Content.Vote vote ->
                content instanceof Content.Poll
                        ? with(content, edited, pinned, reactions, changed(votes, by.from(), vote.options(), List.of()))
                        : null;
            case Content.Pin pin -> with(content, edited, pin.pinned(), reactions, votes);
        };
    }

    private Message with(
            Content newContent,
            boolean nowEdited,
            boolean nowPinned,
            Map<UUID, String> newReactions,
            Map<UUID, List<Integer>> newVotes) {
        return new Message(entry, newContent, marks, nowEdited, nowPinned, newReactions, newVotes);
    }

    /** What each user said last, where {@code nothing} takes it back. */
    private static <T> Map<UUID, T> changed(Map<UUID, T> before, UUID user, T said, T nothing) {
        Map<UUID, T> now = new LinkedHashMap<>(before);
        now.remove(user);
        if (!said.equals(nothing)) {
            now.put(user, said);
        }
        return Collections.unmodifiableMap(now);
    }
}
