package app.parley.profile.news;

import java.util.Set;
import java.util.UUID;

/**
 * Tells whoever remembers what people may see of each other that it is not the same any more. To be called when the change
 * is stored, and not within its transaction. Word may get lost: nobody remembers for long.
 */
public interface PeopleNews {

    /** @param people everybody of whom, or to whom, something else shows than before */
    void changed(Set<UUID> people);
}
