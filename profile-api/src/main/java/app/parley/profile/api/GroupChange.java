package app.parley.profile.api;

import java.util.List;
import java.util.UUID;

/**
 * A change of a group, which its log has to tell.
 *
 * @param version of the group with it: 1, 2, 3 … without holes
 * @param id by which the log recognises it
 * @param actor the user who made it
 * @param content what the log tells: a JSON object, as text
 * @param joined who is in the group from this change on
 * @param left who is not any more
 * @param fromTheStart whether those who joined may read what was said before
 */
public record GroupChange(
        UUID conversation,
        long version,
        UUID id,
        UUID actor,
        String content,
        List<UUID> joined,
        List<UUID> left,
        boolean fromTheStart) {}
