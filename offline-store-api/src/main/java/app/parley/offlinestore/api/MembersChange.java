package app.parley.offlinestore.api;

import java.util.List;
import java.util.UUID;

/**
 * Who comes into a group and who leaves it, with the message that tells so: both see that message, and who left sees
 * nothing after it.
 *
 * @param joined they see nothing of what precedes the message, unless from the start
 * @param fromTheStart whether those who joined see all that is kept
 */
public record MembersChange(List<UUID> joined, List<UUID> left, boolean fromTheStart) {}
