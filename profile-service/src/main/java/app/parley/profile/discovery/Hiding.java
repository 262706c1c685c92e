package app.parley.profile.discovery;

import java.util.Set;
import java.util.UUID;

/** A reason for which people are not found by somebody, such as that they have blocked them. */
public interface Hiding {

    /** Those of these people who are hidden from who asks for them. */
    Set<UUID> hidden(UUID asker, Set<UUID> people);
}
