package app.parley.cli.group;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group that this user is in.
 *
 * @param id of its conversation
 * @param role what this user is in it, if that is known
 */
public record Group(
        UUID id,
        String name,
        @Nullable String description,
        long memberCount,
        @Nullable String role) {

    Group named(String other) {
        return new Group(id, other, description, memberCount, role);
    }

    /** How many are in it, in words. */
    public String size() {
        return memberCount == 1 ? "1 member" : memberCount + " members";
    }
}
