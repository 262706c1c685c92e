package app.parley.chat.routing;

import java.util.UUID;

/** Tells all nodes, this one as well, that a group has changed. At most once. */
public interface GroupNews {

    /** @param version of the group with the change */
    void changed(UUID group, long version);
}
