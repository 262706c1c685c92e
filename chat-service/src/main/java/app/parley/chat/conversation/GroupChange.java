package app.parley.chat.conversation;

import java.util.List;
import java.util.UUID;

/**
 * A change of a group, which its log has to tell.
 *
 * @param version of the group with it
 * @param id by which the log recognises it
 * @param actor the user who made it
 * @param content what the log tells: a JSON object, as text
 * @param fromTheStart whether those who joined may read what was said before
 */
public record GroupChange(
        long version, UUID id, UUID actor, String content, List<UUID> joined, List<UUID> left, boolean fromTheStart) {

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "GroupChange[version=" + version + ", id=" + id + "]";
    }
}
