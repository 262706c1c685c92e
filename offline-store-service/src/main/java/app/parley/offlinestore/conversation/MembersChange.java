package app.parley.offlinestore.conversation;

import java.util.List;
import java.util.UUID;

/**
 * Who comes into a group and who leaves it. Both see the message that tells so.
 *
 * @param fromTheStart whether those who joined see what precedes it
 */
public record MembersChange(List<UUID> joined, List<UUID> left, boolean fromTheStart) {}
